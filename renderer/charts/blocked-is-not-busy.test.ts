import { describe, expect, it } from 'vitest';
import { blockedIsNotBusy } from '@core/experiments/blocked-is-not-busy/definition';
import { stateColours } from '@core/figures/palette';
import { analyse } from '@core/analysis/analysis';
import type { CellRecord } from '@core/record/events';
import type { WorkerState } from '@core/record/schema-parts';
import { syntheticMatrixRecord } from '@core/testing/synthetic-matrix';
import { blockedIsNotBusyCharts } from './blocked-is-not-busy';
import { chartContext } from '../testing/chart-context';

const context = chartContext(blockedIsNotBusy);

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

describe('the chart of blocked-is-not-busy', () => {
  const record = syntheticMatrixRecord(blockedIsNotBusy, { totalMs: () => 200, shape });
  const [view, ...others] = blockedIsNotBusyCharts(context, record, analyse(record));
  const datasets = view?.config.data.datasets ?? [];

  it('places CPU time across and utilisation up, in percent', () => {
    expect(others).toEqual([]);
    expect(datasets.slice(0, 3).map(({ data }) => data[0])).toEqual([
      { x: 0.2, y: 99.8 },
      { x: 99, y: 99.7 },
      { x: 0.3, y: 1.2 },
    ]);
    expect(datasets.slice(3).map(({ data }) => data.length)).toEqual([7, 7, 7]);
  });

  it('has the colour of the state that filled the time, and says it in words', () => {
    expect(datasets.slice(0, 3).map(({ backgroundColor }) => backgroundColor)).toEqual(
      (['blocked', 'busy', 'idle'] as const).map((state) => stateColours[state]),
    );
    expect(view?.table.rows.map(([name, state]) => [name, state])).toEqual([
      ['Sync wait', 'blocked'],
      ['CPU loop', 'busy'],
      ['Async wait', 'idle'],
    ]);
  });

  it('leaves a condition out whose utilisation was not measured', () => {
    const without = syntheticMatrixRecord(blockedIsNotBusy, {
      totalMs: () => 200,
      shape: (cell) => (cell.condition === 'async-wait' ? { ...cell } : shape(cell)),
    });
    const [chart] = blockedIsNotBusyCharts(context, without, analyse(without));
    expect(chart?.table.rows.map(([name]) => name)).toEqual(['Sync wait', 'CPU loop']);
  });
});
