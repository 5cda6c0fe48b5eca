import { describe, expect, it } from 'vitest';
import { loadSample } from './load-samples.fixture';
import { historySeconds, LoadSeries } from './load-series';

function seriesOf(...samples: readonly Parameters<LoadSeries['add']>[0][]): LoadSeries {
  const series = new LoadSeries();
  for (const sample of samples) series.add(sample);
  return series;
}

const totals = (series: LoadSeries): readonly number[] => series.points.map((point) => point.total);

describe('LoadSeries', () => {
  it('takes the mean of the cores as the total', () => {
    expect(totals(seriesOf(loadSample(1, [1, 0.5, 0, 0.5])))).toEqual([0.5]);
  });

  it('has no gap between neighbours', () => {
    expect(totals(seriesOf(loadSample(1), loadSample(2), loadSample(3)))).toEqual([0.375, 0.375, 0.375]);
  });

  it('breaks the line where a sample number is missing, even if the times are close', () => {
    const series = seriesOf(loadSample(1, [0.5], 250), loadSample(3, [0.5], 500));
    expect(totals(series)).toEqual([0.5, Number.NaN, 0.5]);
    expect(series.points[1]?.perCore).toEqual([Number.NaN]);
    expect(series.points[1]?.seconds).toBeCloseTo(0.375);
  });

  it.each([
    [399, 2],
    [401, 3],
  ])('calls %d ms between two samples of 4 Hz %d points (limit: 1.6 periods)', (pauseMs, points) => {
    const series = seriesOf(loadSample(1, [0.5], 1000), loadSample(2, [0.5], 1000 + pauseMs));
    expect(series.points).toHaveLength(points);
  });

  it('begins anew when a restarted monitor counts from the beginning', () => {
    const series = seriesOf(loadSample(100), loadSample(101), loadSample(1, [0.2], 10));
    expect(totals(series)).toEqual([0.2]);
  });

  it('keeps no more than the history, and gives the last seconds of it', () => {
    const series = new LoadSeries();
    for (let sequence = 1; sequence <= 4 * (historySeconds + 60); sequence += 1) series.add(loadSample(sequence));
    expect(series.points).toHaveLength(4 * historySeconds + 1);
    expect(series.since(60)).toHaveLength(4 * 60 + 1);
    expect(series.since(60).at(-1)).toBe(series.points.at(-1));
  });

  it('is empty before the first sample', () => {
    const series = new LoadSeries();
    expect([series.since(60), series.cores, series.latest]).toEqual([[], 0, undefined]);
  });
});
