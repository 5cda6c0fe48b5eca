import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootstrapInterval, independentSumInterval, medianInterval } from './bootstrap';
import { median } from './quantile';
import { createRandom } from './random';

function mean(sample: readonly number[]): number {
  return sample.reduce((sum, value) => sum + value, 0) / sample.length;
}

const times = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 30 });

describe('bootstrapInterval', () => {
  it('of a mean agrees with NumPy', () => {
    // NumPy 2.4.6: v = numpy.array([102, 99, 101, 140, 98, 100, 103.]); g = numpy.random.default_rng(1)
    // numpy.quantile(v[g.integers(0, 7, (1000000, 7))].mean(1), [.025, .975]) gives 99.571, 117.714; [.1, .9] gives
    // 100.143, 112.286. With 20,000 resamples the ends vary by some tenths.
    const values = [102, 99, 101, 140, 98, 100, 103];
    const wide = bootstrapInterval(values, mean, { random: createRandom(1), resamples: 20_000 });
    expect(wide.estimate).toBeCloseTo(106.142857, 6);
    expect(Math.abs(wide.low - 99.571)).toBeLessThan(0.3);
    expect(Math.abs(wide.high - 117.714)).toBeLessThan(0.6);
    const narrow = bootstrapInterval(values, mean, { random: createRandom(1), resamples: 20_000, confidence: 0.8 });
    expect(Math.abs(narrow.low - 100.143)).toBeLessThan(0.3);
    expect(Math.abs(narrow.high - 112.286)).toBeLessThan(0.6);
    expect(narrow.confidence).toBe(0.8);
  });

  it('uses 2,000 resamples and 95 % unless told otherwise', () => {
    const values = [3, 1, 4, 1, 5, 9, 2, 6];
    const given = bootstrapInterval(values, mean, { random: createRandom(4), resamples: 2000, confidence: 0.95 });
    expect(bootstrapInterval(values, mean, { random: createRandom(4) })).toEqual(given);
    expect(given).toMatchObject({ n: 8, confidence: 0.95 });
  });

  it.each([{ resamples: 0 }, { resamples: 1.5 }, { confidence: 0 }, { confidence: 1 }, { confidence: NaN }])(
    'refuses %o',
    (options) => {
      expect(() => bootstrapInterval([1, 2], mean, { random: createRandom(1), ...options })).toThrow(RangeError);
    },
  );

  it('refuses no samples and a statistic that is not a number', () => {
    expect(() => bootstrapInterval([], mean, { random: createRandom(1) })).toThrow(RangeError);
    expect(() => bootstrapInterval([1, 2], () => NaN, { random: createRandom(1) })).toThrow(RangeError);
  });
});

describe('medianInterval', () => {
  it('of 7 samples runs from the second smallest to the second largest', () => {
    // Exact: P(resampled median <= x(k)) = sum over j >= 4 of C(7, j) (k/7)^j (1 - k/7)^(7-j): 0.010, 0.108, ... 0.892,
    // 0.990 for k = 1, 2, ... 5, 6, so that the 0.025 and 0.975 quantiles are x(2) and x(6).
    expect(medianInterval([102, 99, 101, 140, 98, 100, 103], createRandom(9))).toEqual({
      estimate: 101,
      low: 99,
      high: 103,
      n: 7,
      confidence: 0.95,
    });
  });

  it('of 15 samples at 90 % runs from the fifth to the eleventh', () => {
    // The same sum for n = 15: 0.0255 for k = 4 and 0.0882 for k = 5.
    const values = [15, 3, 8, 1, 12, 6, 10, 14, 2, 5, 13, 7, 11, 4, 9];
    expect(medianInterval(values, createRandom(9), { confidence: 0.9 })).toMatchObject({
      estimate: 8,
      low: 5,
      high: 11,
    });
  });

  it('of one sample is that point, and says n = 1', () => {
    expect(medianInterval([42], createRandom(1))).toEqual({ estimate: 42, low: 42, high: 42, n: 1, confidence: 0.95 });
  });

  it('of two samples spans both', () => {
    expect(medianInterval([10, 20], createRandom(1))).toMatchObject({ estimate: 15, low: 10, high: 20, n: 2 });
  });

  it('of equal samples is the point', () => {
    expect(medianInterval([5, 5, 5, 5], createRandom(1))).toMatchObject({ estimate: 5, low: 5, high: 5, n: 4 });
  });

  it('is the same for the same seed, ordered, within the samples and around the median', () => {
    fc.assert(
      fc.property(times, fc.integer({ min: 0, max: 1000 }), (values, seed) => {
        const interval = medianInterval(values, createRandom(seed), { resamples: 300 });
        expect(medianInterval(values, createRandom(seed), { resamples: 300 })).toEqual(interval);
        expect(interval.estimate).toBe(median(values));
        expect(interval.low).toBeLessThanOrEqual(interval.estimate);
        expect(interval.high).toBeGreaterThanOrEqual(interval.estimate);
        expect(interval.low).toBeGreaterThanOrEqual(Math.min(...values));
        expect(interval.high).toBeLessThanOrEqual(Math.max(...values));
      }),
    );
  });
});

describe('independentSumInterval', () => {
  it('agrees with NumPy', () => {
    // NumPy 2.4.6: h = numpy.array([50., 55, 48, 60, 52]); k = numpy.array([100., 104, 99, 101, 130])
    // s = median(h[g.integers(0, 5, (1000000, 5))], axis=1) + median(k[g.integers(0, 5, (1000000, 5))], axis=1)
    // numpy.quantile(s, [.025, .975]) gives 149, 182 (values that s takes with steps of several units around them).
    const sum = independentSumInterval([50, 55, 48, 60, 52], [100, 104, 99, 101, 130], createRandom(2), {
      resamples: 20_000,
    });
    expect(sum).toEqual({ estimate: 153, low: 149, high: 182, n: 5, confidence: 0.95 });
  });

  it('resamples the two on their own, also when they are the same samples', () => {
    const values = [1, 2, 3, 4, 5, 6, 7];
    const sum = independentSumInterval(values, values, createRandom(2));
    const doubled = medianInterval(values, createRandom(2));
    expect(sum.estimate).toBe(8);
    expect(sum.high - sum.low).toBeLessThan(2 * (doubled.high - doubled.low));
  });

  it('reports the smaller number of samples and keeps the spread of the other side', () => {
    const sum = independentSumInterval([100], [1, 2, 3, 4, 5, 6, 7], createRandom(2));
    expect(sum).toEqual({ estimate: 104, low: 102, high: 106, n: 1, confidence: 0.95 });
    expect(independentSumInterval([100], [5], createRandom(2))).toMatchObject({ low: 105, high: 105, n: 1 });
  });

  it('refuses a side without samples', () => {
    expect(() => independentSumInterval([], [1], createRandom(1))).toThrow(RangeError);
    expect(() => independentSumInterval([1], [], createRandom(1))).toThrow(RangeError);
  });
});
