import { describe, expect, it } from 'vitest';
import { loadSample } from './load-samples.fixture';
import { historySeconds, LoadSeries, meansOf, samplesPerPoint, totalsOnly } from './load-series';

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

  it('tells the samples after a moment exactly, whatever fractions of a millisecond the clock has', () => {
    // Subtracting a length of time from the newest moment instead misses the last bit in a fifth of all cases.
    for (let firstMs = 1000.013; firstMs < 2000; firstMs += 7.777777) {
      const at = [0, 250.123457, 500.000001, 749.999999].map((ms) => firstMs + ms);
      const series = seriesOf(...at.map((ms, index) => loadSample(index + 1, [0.5], ms)));
      expect(series.after(firstMs).map(({ seconds }) => seconds)).toEqual(at.slice(1).map((ms) => ms / 1000));
    }
    expect(seriesOf(loadSample(1, [0.5], 250), loadSample(3, [0.5], 750)).after(250)).toHaveLength(1);
  });

  it('keeps no more than the history, and gives the last seconds of it', () => {
    const series = new LoadSeries();
    for (let sequence = 1; sequence <= 4 * (historySeconds + 60); sequence += 1) series.add(loadSample(sequence));
    expect(series.points).toHaveLength(4 * historySeconds + 1);
    expect(series.since(60)).toHaveLength(4 * 60 + 1);
    expect(series.since(60).at(-1)).toBe(series.points.at(-1));
    const [from, to] = [series.since(1, 600)[0], series.since(1, 600).at(-1)];
    expect([from?.seconds, to?.seconds]).toEqual([599, 600]);
  });

  it('is empty before the first sample', () => {
    const series = new LoadSeries();
    expect([series.since(60), series.cores, series.latest]).toEqual([[], 0, undefined]);
  });
});

describe('LoadSeries through an hour', () => {
  it('never grows beyond its history, nor under a flood of samples', () => {
    const series = new LoadSeries();
    for (let n = 0; n < 4 * 3_600; n++) {
      series.add(loadSample(n));
      expect(series.points.length).toBeLessThanOrEqual(4 * historySeconds + 1);
    }
    const flooded = new LoadSeries();
    for (let n = 0; n < 20_000; n++) flooded.add(loadSample(n, [0.5], n));
    expect(flooded.points).toHaveLength(2 * 4 * historySeconds);
  });
});

describe('meansOf', () => {
  it('draws no more points on a long axis than on a short one', () => {
    expect([30, 120, 600].map(samplesPerPoint)).toEqual([1, 2, 10]);
  });

  it('takes the mean of neighbours on a fixed grid, and keeps gaps', () => {
    const series = new LoadSeries();
    // 250 ms apart; 5 and 6 are missing.
    for (const n of [1, 2, 3, 4, 7, 8, 9]) series.add(loadSample(n, [n / 10, 0]));
    const means = meansOf(series.points, 2);
    const [, , , , , last] = means;
    expect(means.map(({ total }) => Math.round(1e4 * total) / 1e4)).toEqual([
      0.05,
      0.125,
      0.2,
      Number.NaN,
      0.35,
      0.425,
    ]);
    expect(last?.seconds).toBe(2.25);
    expect(last?.perCore[0]).toBeCloseTo(0.85);
    expect(last?.perCore[1]).toBe(0);
    // One sample later, whole groups have the values that they had.
    const before = means.slice(0, -1);
    series.add(loadSample(10, [1, 0]));
    expect(meansOf(series.points, 2).slice(0, before.length)).toEqual(before);
  });

  it('gives single samples back as they are', () => {
    const { points } = new LoadSeries();
    expect(meansOf(points, 1)).toBe(points);
  });
});

describe('totalsOnly', () => {
  it('has the totals of all points, averaged the same', () => {
    const series = seriesOf(...[1, 2, 3, 7, 8, 9].map((sequence) => loadSample(sequence, [sequence / 10, 0])));
    expect(meansOf(totalsOnly(series.points), 2).map(({ total }) => total)).toEqual(
      meansOf(series.points, 2).map(({ total }) => total),
    );
  });
});
