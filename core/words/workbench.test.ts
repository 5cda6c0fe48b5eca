import { describe, expect, it } from 'vitest';
import type { RunRecord } from '../record/record';
import { contextOf } from '../testing/every-experiment';
import { syntheticWorkbenchRecord, type SyntheticWorkbenchOptions } from '../testing/synthetic-workbench';
import { plainCell, type Table } from './blocks';
import { setUpFacts } from './set-up';
import { figuresTable, threadsTable, workersTable } from './workbench';

function wordsOf({ rows }: Table): readonly (readonly string[])[] {
  return rows.map((row) => row.map(plainCell));
}

describe('tables', () => {
  const context = contextOf(syntheticWorkbenchRecord({ choice: { tasks: 12 } }));

  it('have one row per condition, in the same order, each as long as its head', () => {
    for (const table of [figuresTable(context), threadsTable(context)]) {
      expect(wordsOf(table).map(([name]) => name)).toEqual([
        'Sync',
        'Async, 16 in flight',
        '2 threads',
        '2 processes',
        'Sync (again)',
      ]);
      for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
    }
    expect(workersTable(context).rows).toHaveLength(1 + 1 + 2 + 2 + 1);
  });

  it('compare with the first condition and say which pair shows the noise', () => {
    const rows = wordsOf(figuresTable(context)).map((row) => row.slice(-2));
    expect(rows[0]).toEqual(['–', 'baseline']);
    expect(rows.at(-1)).toEqual(['–', 'noise pair']);
    expect(rows[2]).toEqual([expect.stringMatching(/^0\.5\d+\n\[0\.5/), 'faster']);
  });

  it('put an interval below its estimate, with units', () => {
    const [sync] = wordsOf(figuresTable(context));
    expect(sync?.[1]).toMatch(/^60\.\d\u00a0ms\n\[\d/);
    expect(sync?.[2]).toMatch(/^\d+\u00a0\/s\n\[/);
    expect(sync?.[5]).toMatch(/^5\.\d+\u00a0ms\n/);
    expect(sync?.[6]).toBe(String(7 * 12));
    expect(wordsOf(threadsTable(context))[0]?.[3]).toMatch(/^\d+(\.\d)?\u00a0%\n\[/);
  });

  it('say where a machine does not tell', () => {
    const silent = contextOf(syntheticWorkbenchRecord({ counters: false }));
    expect(wordsOf(threadsTable(silent)).every((row) => row.slice(3).join('') === '––––')).toBe(true);
  });
});

describe('setUpFacts', () => {
  const lines = (options: SyntheticWorkbenchOptions, change: (record: RunRecord) => void = () => undefined) => {
    const record = syntheticWorkbenchRecord(options);
    change(record);
    return Object.fromEntries(setUpFacts(contextOf(record)).map(({ name, lines: said }) => [name, said.join(' / ')]));
  };

  it('names what was chosen, calibrated and asked for', () => {
    const facts = lines({ choice: { workload: 'mixed', taskMs: 3, memoryLimitMb: 64, taskTimeoutMs: 500 } });
    expect(facts).toMatchObject({
      Workload: 'Wait, then compute: Integers (hashing)',
      'Size of a task': '3.00 ms wanted, 40 tasks per execution',
      'Share of waiting': '50 %',
      Calibration: 'knead: 750,000 iterations per task for 3.00 ms wanted, from 3 samples',
      Pinning: 'not asked for',
      'Why it stopped': 'a fixed number of rounds: 7',
      'Memory limit': '64 MB of heap per worker',
      'Time-out of a task': '500 ms',
    });
  });

  it('says what was read back of a pinning, once if it was the same everywhere', () => {
    const choice = { pinnedCores: 1 };
    expect(lines({ choice })['Pinning']).toBe(
      'Every condition: 1 core asked for, set by taskset; allowed cores read back from every thread: 0 (verified)',
    );
    const different = lines({ choice }, (record) => {
      const [, second] = record.pinnings ?? [];
      if (second) Object.assign(second, { allowed: ['0', '0-3'], verified: false });
    });
    expect(different['Pinning']).toContain('Async, 16 in flight: 1 core');
    expect(different['Pinning']).toContain('0; 0-3 (NOT verified)');
    expect(lines({ choice }, (record) => delete record.pinnings)['Pinning']).toContain('the run ended before it');
  });

  it('says why a run stopped', () => {
    expect(lines({ choice: { targetWidth: 0.05 } })['Why it stopped']).toBe(
      'after 7\u00a0rounds: every interval is narrower than 5 % (widest 1 %)',
    );
    const reached = lines({ choice: { targetWidth: 0.05 } }, (record) => {
      record.stop = { reason: 'maximum-reached', rounds: 7, widest: 0.2 };
    });
    expect(reached['Why it stopped']).toContain('after the last round (7\u00a0rounds)');
    expect(lines({ outcome: { status: 'cancelled' } })['Why it stopped']).toContain('ended in round 7 of 7');
  });

  it('has nothing to say of other experiments', () => {
    const record = syntheticWorkbenchRecord();
    delete record.plan.workbench;
    expect(setUpFacts({ ...contextOf(syntheticWorkbenchRecord()), record })).toEqual([]);
  });
});
