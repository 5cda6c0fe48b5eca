import { describe, expect, it } from 'vitest';
import { eggsAndToast } from '@core/experiments/eggs-and-toast/definition';
import { baseColours, strategyMarkers } from '@core/figures/palette';
import { analyse } from '@core/analysis/analysis';
import { syntheticRecord } from '@core/testing/synthetic-record';
import { predictedTotals, predictionChart } from './prediction';
import { chartContext } from '../testing/chart-context';

const context = chartContext(eggsAndToast);
const record = syntheticRecord({ rounds: 7 });
const summary = analyse(record).parts[0]!;
const predicted = predictedTotals(record.prediction, 'first-course');

interface Dataset {
  readonly label: string;
  readonly data: readonly { x: number; y: number }[];
  readonly pointStyle: readonly string[];
  readonly borderColor: readonly string[];
}

function datasetsOf(view: ReturnType<typeof predictionChart>): Dataset[] {
  return view.config.data.datasets as unknown as Dataset[];
}

describe('predictionChart', () => {
  const view = predictionChart(context, 'first-course', predicted, summary);

  it('has a row for each real condition in the order of the definition, and none for the second half of the A/A pair', () => {
    expect(view.table.rows.map(([name]) => name)).toEqual([
      'One cook, sync',
      'One cook, async',
      'Hired cooks, threads',
      'Hired cooks, processes',
    ]);
  });

  it('puts prediction and measured median on the same row, in milliseconds', () => {
    const [guesses, medians] = datasetsOf(view);
    expect(guesses?.data).toEqual([
      { x: 580, y: 0 },
      { x: 300, y: 1 },
      { x: 300, y: 2 },
      { x: 350, y: 3 },
    ]);
    const totals = new Map(summary.conditions.map(({ condition, total }) => [condition, total.estimate]));
    const measured = ['sync', 'async', 'threads', 'processes'].map((id) => (totals.get(id) ?? 0) / 1e6);
    medians?.data.forEach(({ x, y }, index) => {
      expect(y).toBe(index);
      expect(x).toBeCloseTo(measured[index] ?? -1, 2);
    });
  });

  it('draws each strategy in its own colour and marker', () => {
    const baseStrategies = ['sync', 'async', 'threads', 'processes'] as const;
    for (const { borderColor, pointStyle } of datasetsOf(view)) {
      expect(borderColor).toEqual(Object.values(baseColours));
      expect(pointStyle).toEqual(baseStrategies.map((strategy) => strategyMarkers[strategy]));
    }
  });

  it('gives the exact values with unit and n in the table', () => {
    expect(view.table.columns).toEqual([
      'Condition',
      'Predicted (ms)',
      'Measured median (ms)',
      '95 % low (ms)',
      '95 % high (ms)',
      'n (rounds)',
    ]);
    const [, guess, median, low, high, n] = view.table.rows[0] ?? [];
    expect(guess).toBe(580);
    expect(n).toBe(7);
    expect(Number(low)).toBeLessThanOrEqual(Number(median));
    expect(Number(median)).toBeLessThanOrEqual(Number(high));
  });

  it('starts at zero and names quantity and unit', () => {
    const x = view.config.options?.scales?.['x'] as { min: number; title: { text: string } };
    expect(x.min).toBe(0);
    expect(x.title.text).toContain('(ms)');
    expect(view.caption).toContain('a machine');
    expect(view.caption).toMatch(/n.=.7.rounds/);
  });

  it('shows the prediction alone before the run, with the rows still unset named so', () => {
    const early = predictionChart(context, 'doughs', { sync: 240 }, undefined);
    expect(early.table.rows).toEqual([
      ['One cook, sync', 240],
      ['One cook, async', 'none'],
      ['Hired cooks, threads', 'none'],
      ['Hired cooks, processes', 'none'],
    ]);
    expect(datasetsOf(early)[1]?.data).toEqual([]);
  });

  it('has no predicted marks and another title when the prediction was skipped', () => {
    const skipped = predictionChart(context, 'first-course', {}, summary);
    expect(datasetsOf(skipped).map((dataset) => dataset.label)).toEqual(['Measured median']);
    expect(skipped.title).toBe('First course: what was measured?');
    expect(predictedTotals({ status: 'skipped', frozenAt: '2026-01-02T03:04:00.000Z' }, 'doughs')).toEqual({});
  });

  it('keeps only measured conditions of a run that ended early', () => {
    const partial = { ...summary, conditions: summary.conditions.filter((one) => one.condition !== 'threads') };
    const early = predictionChart(context, 'first-course', predicted, partial);
    expect(early.table.rows).toHaveLength(3);
    expect(datasetsOf(early)[1]?.data.map(({ y }) => y)).toEqual([0, 1, 2]);
  });
});
