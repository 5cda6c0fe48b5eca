import { describe, expect, it } from 'vitest';
import { stateColours } from '../../figures/palette';
import type { CellRecord } from '../../record/events';
import type { WorkerState } from '../../record/schema-parts';
import { contextOf } from '../../testing/every-experiment';
import { syntheticTasksRecord } from '../../testing/synthetic-tasks';
import { blockedIsNotBusy } from './definition';
import { blockedIsNotBusyFigures } from './figures';

const spent: Readonly<Record<string, readonly [WorkerState, number, number]>> = {
  'sync-wait': ['blocked', 0.002, 0.998],
  'cpu-loop': ['busy', 0.99, 0.997],
  'cpu-loop-again': ['busy', 0.99, 0.997],
  'async-wait': ['idle', 0.003, 0.012],
};

function shape(cell: CellRecord): CellRecord {
  const [state, cpuShare, utilization] = spent[cell.condition] ?? (['idle', 0, 0] as const);
  const { startNs, endNs } = cell;
  const counters = { voluntarySwitches: null, involuntarySwitches: null, utilization, loopDelay: null };
  const cpuNs = Math.round(cpuShare * (endNs - startNs));
  return {
    ...cell,
    workers: cell.workers.map((worker) => ({ ...worker, cpuNs, counters, spans: [{ state, startNs, endNs }] })),
  };
}

describe('the figure of blocked-is-not-busy', () => {
  const record = syntheticTasksRecord(blockedIsNotBusy, { totalMs: () => 200, shape });
  const [figure, ...others] = blockedIsNotBusyFigures(contextOf(record));

  it('places CPU time across and utilisation up, in percent', () => {
    expect(others).toEqual([]);
    expect(figure?.places.map(({ x, y }) => [x.estimate, y.estimate])).toEqual([
      [0.2, 99.8],
      [99, 99.7],
      [0.3, 1.2],
    ]);
    expect(figure?.places.map(({ singles }) => singles.length)).toEqual([7, 7, 7]);
  });

  it('has the colour of the state that filled the time, and says it in words', () => {
    expect(figure?.places.map(({ look }) => look.colour)).toEqual(
      (['blocked', 'busy', 'idle'] as const).map((state) => stateColours[state]),
    );
    expect(figure?.table.rows.map(([name, state]) => [name, state])).toEqual([
      ['Sync wait', 'blocked'],
      ['CPU loop', 'busy'],
      ['Async wait', 'idle'],
    ]);
  });

  it('leaves a condition out whose utilisation was not measured', () => {
    const without = syntheticTasksRecord(blockedIsNotBusy, {
      totalMs: () => 200,
      shape: (cell) => (cell.condition === 'async-wait' ? { ...cell } : shape(cell)),
    });
    const [other] = blockedIsNotBusyFigures(contextOf(without));
    expect(other?.table.rows.map(([name]) => name)).toEqual(['Sync wait', 'CPU loop']);
  });
});
