import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakEven } from './break-even';
import { createRandom } from './random';

const sizes = [0.01, 0.1, 1, 10, 100];
const logRatios = [
  [2.1, 2.0, 2.3, 2.2, 1.9, 2.1, 2.05],
  [0.7, 0.8, 0.75, 0.6, 0.9, 0.72, 0.77],
  [0.11, -0.05, 0.2, 0.08, 0.15, 0.02, 0.1],
  [-0.4, -0.35, -0.5, -0.42, -0.38, -0.45, -0.41],
  [-0.6, -0.62, -0.58, -0.61, -0.65, -0.6, -0.59],
];

function medians(...values: number[]): number[][] {
  return values.map((value) => [value]);
}

describe('breakEven', () => {
  it('agrees with NumPy', () => {
    // NumPy 2.4.6: c = numpy.median(logRatios, 1); exp(interp(0, [c[3], c[2]], log([10, 1]))) = 1.570646429471555; of
    // 200,000 resamples of rounds (default_rng) the quantiles .025 and .975: 1.10294, 1.91875.
    const found = breakEven(sizes, logRatios, createRandom(1));
    expect(found).toMatchObject({ openBelow: false, openAbove: false, crossings: 1 });
    expect(found.size?.estimate).toBeCloseTo(1.570646429471555, 10);
    expect(Math.abs((found.size?.low ?? 0) - 1.10294)).toBeLessThan(0.05);
    expect(Math.abs((found.size?.high ?? 0) - 1.91875)).toBeLessThan(0.05);
    expect(found.size).toMatchObject({ n: 7, confidence: 0.95 });
  });

  it.each([
    ['always-slower', [3, 2, 1, 0.5, 0.1]],
    ['always-faster', [-1, -2, -3, -3, 0]],
    ['slower-again', [1, -1, -1, -1, 0.5]],
  ] as const)('gives %s as the reason why there is none', (reason, values) => {
    expect(breakEven(sizes, medians(...values), createRandom(1))).toEqual({ size: undefined, reason });
  });

  it('is the last of several crossings, and says how many there are', () => {
    const found = breakEven(sizes, medians(1, -1, 1, -1, -2), createRandom(1));
    expect(found).toMatchObject({ crossings: 3 });
    expect(found.size?.estimate).toBeCloseTo(Math.sqrt(10), 10);
  });

  it('is a measured size where the curve is 0 there', () => {
    expect(breakEven(sizes, medians(2, 1, 0, -1, -2), createRandom(1)).size?.estimate).toBeCloseTo(1, 12);
  });

  it('marks the end at which resamples have no crossing', () => {
    const above = breakEven(
      [1, 10],
      [
        [1, 1, 1],
        [-1, -1, 1],
      ],
      createRandom(1),
    );
    expect(above).toMatchObject({ openBelow: false, openAbove: true });
    expect(above.size?.high).toBeCloseTo(10, 12);
    const below = breakEven(
      [1, 10],
      [
        [1, 1, -1],
        [-1, -1, -1],
      ],
      createRandom(1),
    );
    expect(below).toMatchObject({ openBelow: true, openAbove: false });
    expect(below.size?.low).toBeCloseTo(1, 12);
  });

  it('finds the crossing of a straight line exactly, and follows the unit of the sizes', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.02, max: 90, noNaN: true }),
        fc.double({ min: 0.1, max: 5, noNaN: true }),
        fc.double({ min: 1e-6, max: 1e6, noNaN: true }),
        (crossing, slope, unit) => {
          const line = sizes.map((size) => Array.from({ length: 3 }, () => slope * Math.log(crossing / size)));
          const found = breakEven(
            sizes.map((size) => size * unit),
            line,
            createRandom(1),
            { resamples: 5 },
          );
          expect((found.size?.estimate ?? 0) / unit / crossing).toBeCloseTo(1, 9);
          expect((found.size?.low ?? 0) / unit / crossing).toBeCloseTo(1, 9);
        },
      ),
    );
  });

  it('refuses sizes that are too few, not positive or not ascending, and rounds that do not fit', () => {
    expect(() => breakEven([1], [[1]], createRandom(1))).toThrow(RangeError);
    expect(() => breakEven([0, 1], [[1], [-1]], createRandom(1))).toThrow(RangeError);
    expect(() => breakEven([2, 1], [[1], [-1]], createRandom(1))).toThrow(RangeError);
    expect(() => breakEven([1, 2, 3], [[1], [-1]], createRandom(1))).toThrow(RangeError);
    expect(() => breakEven([1, 2], [[1, 1], [-1]], createRandom(1))).toThrow(RangeError);
    expect(() => breakEven([1, 2], [[1], [NaN]], createRandom(1))).toThrow(RangeError);
  });
});
