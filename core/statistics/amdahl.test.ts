import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amdahlSpeedup, fitAmdahl, type SpeedupPoint } from './amdahl';
import { createRandom } from './random';

const workers = [1, 2, 3, 4, 6, 8];
const speedups = [
  [1, 1, 1, 1, 1, 1, 1],
  [1.93, 1.91, 1.95, 1.9, 1.94, 1.62, 1.92],
  [2.74, 2.69, 2.77, 2.71, 2.73, 2.75, 2.66],
  [3.41, 3.44, 3.38, 3.47, 3.4, 3.36, 3.43],
  [4.61, 4.55, 4.7, 4.66, 4.49, 4.58, 4.63],
  [5.52, 5.41, 5.6, 5.47, 5.55, 5.38, 4.1],
];
const measured = workers.flatMap((count, place) =>
  speedups[place]!.map((speedup, round): SpeedupPoint => ({ workers: count, speedup, round })),
);

function curve(counts: readonly number[], speedup: (count: number) => number, rounds = 1): SpeedupPoint[] {
  return counts.flatMap((count) =>
    Array.from({ length: rounds }, (_, round) => ({ workers: count, speedup: speedup(count), round })),
  );
}

describe('amdahlSpeedup', () => {
  it.each([
    // Hennessy and Patterson, Computer Architecture, 5th ed., section 5.1: a speed-up of 80 with 100 processors allows
    // 0.25 % of the computation to be sequential (rounded). The others are limits that the law itself names.
    [0.9975, 100, 80.16],
    [0.5, 1e9, 2],
    [0, 8, 1],
    [1, 8, 8],
    [0.7, 1, 1],
  ])('of a share of %s on %i workers is %s', (share, count, expected) => {
    expect(amdahlSpeedup(share, count)).toBeCloseTo(expected, 2);
  });
});

describe('fitAmdahl', () => {
  const fit = fitAmdahl(measured, createRandom(1));

  it('agrees with SciPy', () => {
    // SciPy 1.17.1, s = numpy.median(speedups, 1): minimize_scalar(lambda p: ((s - 1 / (1 - p + p / n)) ** 2).sum(),
    // bounds=(0, 1), method='bounded', options={'xatol': 1e-14}).x
    expect(fit.parallelShare.estimate).toBeCloseTo(0.936455417618916, 7);
    expect(fit.predict(16)).toBeCloseTo(1 / (1 - 0.936455417618916 + 0.936455417618916 / 16), 5);
  });

  it('has the interval that NumPy gives', () => {
    // NumPy 2.4.6: r = default_rng(1).integers(0, 7, (20000, 7)); the share of each numpy.median(speedups[:, r], 2) by
    // search over 20,001 shares in 0.9..1; quantiles .025 and .975: 0.93367, 0.939005.
    expect(Math.abs(fit.parallelShare.low - 0.93367)).toBeLessThan(0.0006);
    expect(Math.abs(fit.parallelShare.high - 0.939005)).toBeLessThan(0.0006);
    expect(fit.parallelShare).toMatchObject({ n: 7, confidence: 0.95 });
  });

  it('finds the share behind data without noise, from any set of workers', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.uniqueArray(fc.integer({ min: 2, max: 128 }), { minLength: 1, maxLength: 8 }),
        (share, counts) => {
          const points = curve(counts, (count) => amdahlSpeedup(share, count), 2);
          const { parallelShare } = fitAmdahl(points, createRandom(1), { resamples: 10 });
          expect(parallelShare.estimate).toBeCloseTo(share, 7);
          expect(parallelShare.high - parallelShare.low).toBeLessThan(1e-7);
        },
      ),
    );
  });

  it('takes the deeper of two hollows in the sum of squares', () => {
    // Found by the property below: from the fit of the law made linear one gets stuck at p = 0.
    const counts = [2, 4, 8, 16];
    const values = [19.969438512661817, 0.2, 0.6134629135098514, 0.2000000000000004];
    const points = curve(counts, (count) => values[counts.indexOf(count)]!);
    const share = fitAmdahl(points, createRandom(1), { resamples: 1 }).parallelShare.estimate;
    // Python 3.11, the smallest sum of squares among a million shares: 352.945 at 0.58783 (361.269 at 0).
    expect(share).toBeCloseTo(0.58783, 4);
  });

  it('is no worse than any share of a fine grid', () => {
    const value = fc.double({ min: 0.2, max: 20, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 4, maxLength: 4 }), (values) => {
        const counts = [2, 4, 8, 16];
        const errorOf = (share: number) =>
          counts.reduce((sum, count, index) => sum + (values[index]! - amdahlSpeedup(share, count)) ** 2, 0);
        const points = curve(counts, (count) => values[counts.indexOf(count)]!);
        const error = errorOf(fitAmdahl(points, createRandom(1), { resamples: 1 }).parallelShare.estimate);
        for (let step = 0; step <= 500; step += 1) {
          expect(error).toBeLessThanOrEqual(errorOf(step / 500) * (1 + 1e-9) + 1e-9);
        }
      }),
    );
  });

  it('stays within 0..1 for speed-ups the law has no room for', () => {
    expect(
      fitAmdahl(
        curve([2, 4], (count) => 1.2 * count),
        createRandom(1),
      ).parallelShare.estimate,
    ).toBe(1);
    expect(
      fitAmdahl(
        curve([2, 4], () => 0.5),
        createRandom(1),
      ).parallelShare.estimate,
    ).toBe(0);
  });

  it('is the same for the same seed and for points in another order', () => {
    expect(fitAmdahl(measured, createRandom(1)).parallelShare).toEqual(fit.parallelShare);
    const sorted = [...measured].sort((a, b) => a.round - b.round || b.workers - a.workers);
    expect(fitAmdahl(sorted, createRandom(1)).parallelShare).toEqual(fit.parallelShare);
  });

  it('refuses points of one worker alone', () => {
    expect(() =>
      fitAmdahl(
        curve([1], () => 1),
        createRandom(1),
      ),
    ).toThrow(RangeError);
    expect(() => fitAmdahl([], createRandom(1))).toThrow(RangeError);
  });
});
