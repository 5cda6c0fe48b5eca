import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noiseFloor } from './noise-floor';
import { createRandom } from './random';

const first = [100, 102, 98, 101, 99, 103, 100.5];
const second = [101, 100, 99, 102.5, 98, 101, 101];

describe('noiseFloor', () => {
  it("is the end of the pair's interval that is farther from 1", () => {
    // NumPy 2.4.6: l = numpy.sort(numpy.log(first / second)); numpy.exp(max(abs(l[1]), abs(l[5]))): here the upper end.
    const floor = noiseFloor(first, second, createRandom(6), 0);
    expect(floor.measuredRatio).toBeCloseTo(1.0198019802, 9);
    expect(floor).toEqual({
      ratio: floor.measuredRatio,
      measuredRatio: floor.measuredRatio,
      smallestDifference: 0,
      n: 7,
    });
  });

  it('is never below the smallest difference, and keeps what was measured', () => {
    const floor = noiseFloor(first, second, createRandom(6), 0.05);
    expect(floor.ratio).toBe(1.05);
    expect(floor.measuredRatio).toBeCloseTo(1.0198019802, 9);
    expect(floor.smallestDifference).toBe(0.05);
  });

  it('of a pair without any difference is 1, or the smallest difference', () => {
    expect(noiseFloor(first, first, createRandom(6), 0)).toMatchObject({ ratio: 1, measuredRatio: 1 });
    expect(noiseFloor(first, first, createRandom(6), 0.01)).toMatchObject({ ratio: 1.01, measuredRatio: 1 });
  });

  it('of one round is the ratio of that round, and says n = 1', () => {
    const floor = noiseFloor([100], [125], createRandom(6), 0);
    expect(floor.ratio).toBeCloseTo(1.25, 12);
    expect(floor.n).toBe(1);
  });

  it.each([-0.01, NaN, Infinity])('refuses a smallest difference of %s', (smallestDifference) => {
    expect(() => noiseFloor(first, second, createRandom(6), smallestDifference)).toThrow(RangeError);
  });

  it('is at least 1 and does not depend on which of the pair comes first', () => {
    const time = fc.double({ noNaN: true, min: 1, max: 1e3 });
    fc.assert(
      fc.property(fc.array(fc.tuple(time, time), { minLength: 1, maxLength: 30 }), (rounds) => {
        const one = rounds.map(([value]) => value);
        const other = rounds.map(([, value]) => value);
        const floor = noiseFloor(one, other, createRandom(6), 0, { resamples: 200 });
        expect(floor.ratio).toBeGreaterThanOrEqual(1);
        const swapped = noiseFloor(other, one, createRandom(6), 0, { resamples: 200 });
        expect(swapped.ratio / floor.ratio).toBeCloseTo(1, 9);
      }),
    );
  });
});
