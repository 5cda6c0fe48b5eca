import { describe, expect, it } from 'vitest';
import { bootstrapMedianCoverage, medianOrderInterval, medianRank, rankCoverage } from './order-statistics';
import { createRandom } from './random';

describe('rankCoverage', () => {
  // R 4.3: 1 - 2 * pbinom(k - 1, n, 0.5). The same table stands in Conover 1999, A3 (binomial), as 1 - 2 p.
  it.each([
    [5, 1, 0.9375],
    [7, 1, 0.984375],
    [7, 2, 0.875],
    [8, 2, 0.9296875],
    [9, 2, 0.9609375],
    [10, 2, 0.978515625],
    [15, 4, 0.96484375],
    [20, 6, 0.9586105],
    [30, 10, 0.9572261],
    [1, 1, 0],
  ])('of %s samples from the %s-th to the %s-th largest', (n, rank, coverage) => {
    expect(rankCoverage(n, rank)).toBeCloseTo(coverage, 6);
  });

  it('is the share of simulated samples whose interval holds the median, whatever the distribution', () => {
    const random = createRandom(31);
    const draws: readonly (() => number)[] = [() => random.next(), () => -Math.log(1 - random.next())];
    const medians = [0.5, Math.LN2];
    for (const [index, draw] of draws.entries()) {
      for (const n of [7, 15]) {
        let held = 0;
        for (let run = 0; run < 4000; run += 1) {
          const { low, high } = medianOrderInterval(Array.from({ length: n }, draw), 0.95);
          if (low <= (medians[index] ?? 0) && (medians[index] ?? 0) <= high) held += 1;
        }
        // Four standard deviations of the share of 4,000.
        expect(Math.abs(held / 4000 - rankCoverage(n, medianRank(n, 0.95)))).toBeLessThan(0.021);
      }
    }
  });
});

describe('medianOrderInterval', () => {
  it('of 7 samples runs from the second smallest to the second largest and says 87.5 %', () => {
    expect(medianOrderInterval([102, 99, 101, 140, 98, 100, 103], 0.95)).toEqual({
      estimate: 101,
      low: 99,
      high: 103,
      n: 7,
      confidence: 0.875,
    });
  });

  it('has at least the coverage asked for from 9 samples on, and no more than the next rank leaves', () => {
    for (let n = 9; n <= 200; n += 1) {
      const rank = medianRank(n, 0.95);
      expect(rankCoverage(n, rank)).toBeGreaterThanOrEqual(0.95);
      expect(rankCoverage(n, rank + 1)).toBeLessThan(0.95);
    }
  });

  it('of 30 samples runs from the tenth smallest to the tenth largest, as the tables have it', () => {
    expect(medianRank(30, 0.95)).toBe(10);
  });

  it('of fewer than 7 samples is the whole range, of one the point', () => {
    expect(medianOrderInterval([3, 1, 2], 0.95)).toEqual({ estimate: 2, low: 1, high: 3, n: 3, confidence: 0.75 });
    expect(medianOrderInterval([4], 0.95)).toEqual({ estimate: 4, low: 4, high: 4, n: 1, confidence: 0 });
  });

  it('refuses no samples and a coverage that is none', () => {
    expect(() => medianOrderInterval([], 0.95)).toThrow(RangeError);
    expect(() => medianOrderInterval([1, 2], 1)).toThrow(RangeError);
  });
});

describe('bootstrapMedianCoverage', () => {
  it('is 87.5 % for 7 samples, where 95 % was intended, and what the bootstrap picks for 15', () => {
    expect(bootstrapMedianCoverage(7, 0.95)).toBeCloseTo(0.875, 9);
    // For n = 15 the bootstrap interval at 95 % runs from the fourth: see the sums in `bootstrap.test.ts`.
    expect(bootstrapMedianCoverage(15, 0.95)).toBeCloseTo(0.96484375, 9);
    expect(bootstrapMedianCoverage(1, 0.95)).toBe(0);
  });
});
