import { describe, expect, it } from 'vitest';
import { hiddenHelpers } from '@core/experiments/hidden-helpers/definition';
import { waitingForIo } from '@core/experiments/waiting-for-io/definition';
import { baseColours } from '@core/figures/palette';
import { analyse } from '@core/analysis/analysis';
import { syntheticMatrixRecord } from '@core/testing/synthetic-matrix';
import { experimentCharts } from './experiment-charts';
import { chartContext } from '../testing/chart-context';

function charts(experiment: typeof waitingForIo, cores: number) {
  const context = chartContext(experiment);
  const record = syntheticMatrixRecord(experiment, {
    cores,
    totalMs: (part, condition) => (part === 'requests' ? 320 / Number(/\d+/.exec(condition)?.[0]) : 60),
  });
  return experimentCharts(context, record, analyse(record));
}

describe('the curves of several parts on one chart', () => {
  it.each([
    [waitingForIo, 3, 6],
    [hiddenHelpers(64), 4, 4],
  ] as const)('has a line per part, told apart by markers and names', (experiment, parts, levels) => {
    const views = charts(experiment, 64);
    expect(views).toHaveLength(1);
    const datasets = views[0]?.config.data.datasets as unknown as { label: string; pointStyle: string }[];
    expect(new Set(datasets.map(({ label }) => label)).size).toBe(parts);
    expect(new Set(datasets.map(({ pointStyle }) => pointStyle)).size).toBe(parts);
    for (const dataset of datasets) expect(dataset).toMatchObject({ borderColor: baseColours.async });
    expect(views[0]?.table.rows).toHaveLength(parts * levels);
  });

  it('gives the exact speed-ups by part and amount', () => {
    const rows = charts(waitingForIo, 2)[0]?.table.rows ?? [];
    const [part, amount, speedup, low, high, n] = rows[5] ?? [];
    expect([part, amount, n]).toEqual(['Requests', 32, 7]);
    expect(Math.abs(Number(speedup) - 32)).toBeLessThan(0.5);
    expect(Number(low)).toBeLessThanOrEqual(Number(speedup));
    expect(Number(high)).toBeGreaterThanOrEqual(Number(speedup));
  });
});
