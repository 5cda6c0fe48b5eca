import { describe, expect, it } from 'vitest';
import { translate } from '@core/texts/translate';
import { mostPoints, predictionScoresChart } from './prediction-scores';
import type { ScoredRuns } from './prediction-scores';

const scored: ScoredRuns = {
  runs: [
    { number: 2, experiment: 'eggs-and-toast', started: '2025-01-02', score: { right: 9, pairs: 12 } },
    { number: 6, experiment: 'many-cooks', started: '2025-01-05', score: { right: 2, pairs: 3 } },
  ],
  skipped: 1,
  unmeasured: 1,
};

describe('predictionScoresChart', () => {
  const chart = predictionScoresChart(scored, translate);

  it('has a point per run, in per cent of its pairs', () => {
    expect(chart.config.data.datasets[0]?.data).toEqual([
      { x: 1, y: 75 },
      { x: 2, y: 66.7 },
    ]);
    expect(chart.table.rows).toEqual([
      [2, 'eggs-and-toast', '2025-01-02', 9, 12, 75],
      [6, 'many-cooks', '2025-01-05', 2, 3, 66.7],
    ]);
  });

  it('says how many runs and pairs it shows, and how many it does not', () => {
    expect(chart.caption).toContain('n = 2 predicted runs with 15 predictions');
    expect(chart.caption).toContain('One run with a skipped prediction is not counted.');
    expect(chart.caption).toContain('One run that could judge nothing is not counted.');
    expect(predictionScoresChart({ ...scored, skipped: 0, unmeasured: 0 }, translate).caption).not.toContain(
      'counted.',
    );
  });

  it('shows the latest where there are many, and says so', () => {
    const [one] = scored.runs;
    const many = Array.from({ length: mostPoints + 5 }, (_, index) => ({ ...one!, number: index }));
    const { config, table, caption } = predictionScoresChart({ ...scored, runs: many }, translate);
    expect(config.data.datasets[0]?.data).toHaveLength(mostPoints);
    expect(table.rows[0]?.[0]).toBe(5);
    expect(caption).toContain(`The latest ${mostPoints} of n = ${mostPoints + 5}`);
  });
});
