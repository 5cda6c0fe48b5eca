import { describe, expect, it } from 'vitest';
import { asyncIsNotParallel } from '@core/experiments/async-is-not-parallel/definition';
import type { ExperimentDefinition } from '@core/experiments/definition-types';
import { manyCooks } from '@core/experiments/many-cooks/definition';
import { analyse } from '@core/analysis/analysis';
import type { Prediction } from '@core/record/plan';
import { syntheticMatrixRecord } from '@core/testing/synthetic-matrix';
import { outcomeView } from './outcome';
import { chartContext } from '../testing/chart-context';

const base = { status: 'given' as const, totalsMs: {}, reason: 'Because.', frozenAt: '2026-01-02T03:04:05.000Z' };

function view(experiment: ExperimentDefinition, prediction: Prediction, totalMs: (condition: string) => number) {
  const record = {
    ...syntheticMatrixRecord(experiment, { cores: 4, totalMs: (_part, condition) => totalMs(condition) }),
    prediction,
  };
  const analysis = analyse(record);
  const context = chartContext(experiment);
  return outcomeView(context, record, analysis, analysis.parts[0]!);
}

const cooks = (prediction: Prediction) =>
  view(manyCooks(4), prediction, (condition) => 240 / Math.min(4, Number(/\d+/.exec(condition)?.[0])));
const loops = (prediction: Prediction) =>
  view(asyncIsNotParallel(4), prediction, (condition) => (condition === 'threads' ? 60 : 160));

describe('prediction and outcome', { timeout: 30_000 }, () => {
  it('of a sketched curve are two lines over the same threads; what was not predicted has no point', () => {
    const speedups = { computing: { 'threads-1': 1, 'threads-2': 2, 'threads-4': 3.2, 'threads-8': 5 } };
    const { config, table, caption } = cooks({ ...base, speedups });
    const [measured, predicted] = config.data.datasets as { data: { x: number; y: number }[] }[];
    expect(predicted?.data.map(({ x }) => x)).toEqual(measured?.data.map(({ x }) => x));
    expect(predicted?.data.map(({ y }) => y)).toEqual([1, 2, Number.NaN, 3.2, 5]);
    expect(table.columns[1]).toBe('Predicted (times)');
    expect(table.rows.map((row) => row[1])).toEqual([1, 2, 'none', 3.2, 5]);
    expect(caption).toContain('Hollow marks: your prediction.');
  });

  it('of a skipped prediction is the measured curve alone', () => {
    const { config, caption } = cooks({ status: 'skipped', frozenAt: base.frozenAt });
    expect(config.data.datasets).toHaveLength(1);
    expect(caption).not.toContain('prediction');
  });

  it('of an order are places, with ties where no difference was shown', () => {
    const rankings = { computing: [['threads'], ['together'], ['loop']] };
    const { table, name } = loops({ ...base, rankings });
    expect(name).toBe('ranking-computing');
    expect(table.rows).toHaveLength(3);
    const places = table.rows.map(([, predicted, measured]) => `${predicted ?? ''} ${measured ?? ''}`);
    expect([...places].sort((a, b) => a.localeCompare(b))).toEqual(['1 1', '2 2', '3 2']);
  });

  it('of an old prediction by numbers are totals', () => {
    expect(cooks({ ...base, totalsMs: { computing: { 'threads-1': 240 } } }).name).toBe('prediction-computing');
    expect(loops({ ...base, totalsMs: { computing: { loop: 240 } } }).name).toBe('prediction-computing');
  });
});
