import { describe, expect, it } from 'vitest';
import { breakEven } from '@core/experiments/break-even/definition';
import { analyse } from '@core/analysis/analysis';
import { syntheticMatrixRecord } from '@core/testing/synthetic-matrix';
import { breakEvenCharts } from './break-even';
import { chartContext } from '../testing/chart-context';

const context = chartContext(breakEven(2));
/** Two tasks inline, or one for each of two workers and a cost of 0.2 ms. */
const record = syntheticMatrixRecord(breakEven(2), {
  noise: 0,
  totalMs: (part, condition) => {
    const taskMs = Number(part.replace('size-', '')) / 1000;
    return condition.startsWith('inline') ? 2 * taskMs : taskMs + 0.2;
  },
});
const [view, ...others] = breakEvenCharts(context, record, analyse(record));

describe('breakEvenCharts', () => {
  it('is one chart with a curve for each way of handing out, on logarithmic axes', () => {
    expect(others).toEqual([]);
    const datasets = view?.config.data.datasets ?? [];
    expect(datasets.map(({ label }) => label)).toEqual(['Warm threads', 'Warm processes', 'Cold threads']);
    const scales = view?.config.options?.scales ?? {};
    expect([scales['x']?.type, scales['y']?.type]).toEqual(['logarithmic', 'logarithmic']);
  });

  it('turns the time ratio round, and has every point in its table', () => {
    const [threads] = view?.config.data.datasets ?? [];
    const points = (threads?.data ?? []) as { x: number; y: number }[];
    expect(points).toHaveLength(9);
    // 2 x 0.01 ms against 0.21 ms, and 2 x 100 ms against 100.2 ms.
    expect(points[0]?.x).toBeCloseTo(0.01, 6);
    expect(points[0]?.y).toBeCloseTo(0.02 / 0.21, 4);
    expect(points.at(-1)?.y).toBeCloseTo(200 / 100.2, 4);
    expect(view?.table.rows).toHaveLength(27);
    expect(view?.table.rows[8]?.slice(0, 3)).toEqual(['Warm threads', '100', '2.00']);
  });

  it('tells curves of one colour apart by their dash', () => {
    const dashes = (view?.config.data.datasets ?? []).map((one) => (one as { borderDash: number[] }).borderDash);
    expect(dashes.map(({ length }) => length > 0)).toEqual([false, false, true]);
  });

  it('shows nothing where nothing was measured', () => {
    const empty = { ...record, cells: [] };
    expect(breakEvenCharts(context, empty, analyse(empty))).toEqual([]);
  });
});
