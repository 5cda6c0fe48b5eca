import { describe, expect, it } from 'vitest';
import { MomentSeries, peaks } from './moment-series';

const limits = { historySeconds: 10, mostPoints: 1_000, gapSeconds: 0.8 };

function seriesOf(...moments: readonly (readonly [number, number])[]): MomentSeries {
  const series = new MomentSeries(limits);
  for (const [seconds, value] of moments) series.add(seconds, value);
  return series;
}

describe('MomentSeries', () => {
  it('breaks the line where a pause is too long, and nowhere else', () => {
    const series = seriesOf([1, 5], [1.8, 6], [2.7, 7]);
    expect(series.points.map(({ value }) => value)).toEqual([5, 6, Number.NaN, 7]);
    expect(series.points[2]?.seconds).toBeCloseTo(2.25);
  });

  it('leaves out what is not newer than the last', () => {
    expect(seriesOf([2, 1], [2, 2], [1, 3]).points).toEqual([{ seconds: 2, value: 1 }]);
  });

  it('stays bounded through an hour at 4 Hz, and through a flood within its history', () => {
    const series = new MomentSeries(limits);
    for (let n = 0; n < 4 * 3_600; n++) {
      series.add(n / 4, n);
      expect(series.points.length).toBeLessThanOrEqual(4 * limits.historySeconds + 1);
    }
    const flooded = new MomentSeries(limits);
    for (let n = 0; n < 50_000; n++) flooded.add(n / 10_000, n);
    expect(flooded.points).toHaveLength(limits.mostPoints);
    expect(flooded.points.at(-1)?.value).toBe(49_999);
  });

  it('gives the points from a second on, and the one before', () => {
    const series = seriesOf([1, 1], [1.5, 2], [2, 3], [2.5, 4]);
    expect(series.since(1.9).map(({ value }) => value)).toEqual([2, 3, 4]);
    expect(series.since(9)).toEqual([]);
  });
});

describe('peaks', () => {
  const points = [
    { seconds: 0.5, value: 3 },
    { seconds: 1, value: 9 },
    { seconds: 1.5, value: 1 },
    { seconds: 1.6, value: Number.NaN },
    { seconds: 1.7, value: 2 },
    { seconds: 2.1, value: 4 },
  ];

  it('keeps the largest of every bin and every gap', () => {
    expect(peaks(points, 2)).toEqual([
      { seconds: 1.5, value: 9 },
      { seconds: 1.6, value: Number.NaN },
      { seconds: 1.7, value: 2 },
      { seconds: 2.1, value: 4 },
    ]);
  });

  it('changes nothing without bins', () => {
    expect(peaks(points, 0)).toBe(points);
  });
});
