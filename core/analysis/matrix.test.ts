import { describe, expect, it } from 'vitest';
import { fourScenarios } from '../experiments/four-scenarios/definition';
import { noiseFloor } from '../experiments/noise-floor/definition';
import { cellSentence } from '../words/matrix';
import { renderReport } from '../print/report';
import { namesOf } from '../words/names';
import { analyse } from './analysis';
import type { MatrixSummary } from './matrix';
import type { PinningRecord } from '../record/events';
import type { RunRecord } from '../record/record';
import { syntheticTasksRecord } from '../testing/synthetic-tasks';

const names = namesOf('four-scenarios');
const pinned: PinningRecord = {
  condition: 'one-core-sync',
  cores: 1,
  method: 'taskset',
  allowed: ['0'],
  verified: true,
  threads: 9,
};

function record(cores: number, pinnings: readonly PinningRecord[] = [pinned]): RunRecord {
  const made = syntheticTasksRecord(fourScenarios(cores), {
    cores,
    totalMs: (part, condition) => (part === 'computing' && !condition.startsWith('many') ? 32 : 16),
    shape: (cell) => ({
      ...cell,
      // The first core busy in every execution, the others in none: 3 of 4 steps of 10 ms.
      cores: {
        busyMs: Array.from({ length: cores }, (_, core) => (core === 0 ? 30 : 0)),
        totalMs: Array.from({ length: cores }, () => 40),
      },
    }),
  });
  return { ...made, pinnings: [...pinnings] };
}

function computing(made: RunRecord): MatrixSummary {
  const [first] = analyse(made).matrix ?? [];
  if (!first) throw new Error('no matrix');
  return first;
}

describe('the matrix of four scenarios', { timeout: 60_000 }, () => {
  it.each([2, 16, 64])('has four rows and two columns in each of three parts on %d cores', (cores) => {
    const matrix = analyse(record(cores)).matrix ?? [];
    expect(matrix.map(({ part }) => part)).toEqual(['computing', 'requests', 'mixed']);
    for (const { rows } of matrix) {
      expect(rows.map(({ id }) => id)).toEqual(['one-core', 'one-thread', 'many-threads', 'many-processes']);
    }
    const cell = matrix[0]?.rows[2]?.cells.sync;
    expect(cell).toMatchObject({ condition: 'many-threads-sync', workers: Math.min(4, Math.max(2, cores)) });
    expect(cell?.verdict).toMatchObject({ baseline: 'one-core-sync', verdict: 'faster' });
    expect(cell?.cores?.perCore).toHaveLength(cores);
    expect(cell?.cores).toMatchObject({ busyCores: 0.75, cells: 7 });
  });

  it('compares nothing with the first cell itself', () => {
    const first = computing(record(2)).rows[0]?.cells.sync;
    expect(first?.verdict).toBeUndefined();
    expect(cellSentence(first!, names)).toContain('The other cells are compared with this one.');
  });

  it('calls a cell pinned only if that was read back from every thread, in all records of it', () => {
    const states = (pinnings: readonly PinningRecord[]) => {
      const [one, thread] = computing(record(2, pinnings)).rows;
      return [one?.cells.sync.pinning, thread?.cells.sync.pinning];
    };
    expect(states([pinned])).toEqual(['pinned', 'free']);
    expect(states([pinned, { ...pinned, verified: false }])).toEqual(['unverified', 'free']);
    expect(states([{ ...pinned, method: 'none', allowed: null, verified: false }])).toEqual(['not-pinned', 'free']);
    expect(states([])).toEqual(['not-pinned', 'free']);
  });

  it('says each cell from its data: verdict, CPU time of a worker, busy cores, pinning', () => {
    const { rows } = computing(record(2));
    const many = cellSentence(rows[2]!.cells.sync, names);
    expect(many).toMatch(/^Many threads, sync: (1\.9\d|2\.0\d)x faster than one core, sync \[/);
    expect(many).toMatch(/Each of 2 workers had a core for 16(\.\d)? ms of 16(\.\d)? ms \((99|100) %\)\./);
    expect(many).toContain('0.750 of 2 cores were busy on average, everything on the machine included (7 executions).');
    expect(cellSentence(rows[0]!.cells.sync, names)).toContain('bound to one core, read back from every thread');
    const without = record(2, []);
    expect(cellSentence(computing(without).rows[0]!.cells.sync, names)).toContain('It was not pinned');
  });

  it('says nothing of cores or CPU time that was not recorded', () => {
    const made = record(2);
    const cells = made.cells.map((cell) => {
      const { cores, ...rest } = cell;
      expect(cores).toBeDefined();
      return { ...rest, workers: cell.workers.map((worker) => ({ ...worker, cpuNs: null })) };
    });
    const cell = computing({ ...made, cells }).rows[3]!.cells.async;
    expect(cell.cores).toBeUndefined();
    expect(cell.cpuSecondsPerWorker).toBeUndefined();
    expect(cellSentence(cell, names)).not.toMatch(/busy|had a core/);
  });

  it('stands in the report, and in no other experiment', () => {
    const made = record(2);
    const page = renderReport(made, analyse(made), { stylesheet: 'x.css', appendix: true });
    expect(page).toContain('Computing: the matrix');
    expect(page).toContain('pinned to one core');
    expect(page).toContain('Load of each core: 75 %, 0 %');
    expect(analyse(syntheticTasksRecord(noiseFloor, { totalMs: () => 100 })).matrix).toBeUndefined();
  });
});
