import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from './random';
import { logRatios, ratioInterval } from './ratio';

const numerator = [12.1, 11.8, 12.6, 12.0, 12.3, 17.0, 11.9];
const denominator = [8.0, 8.1, 8.3, 7.9, 8.2, 8.1, 8.0];

describe('logRatios', () => {
  it('pairs by round', () => {
    // NumPy 2.4.6: numpy.log(numerator) - numpy.log(denominator)
    const expected = [0.4137639109, 0.3762354698, 0.4174412992, 0.4180438903, 0.4054651081, 0.7413492824, 0.3970968584];
    logRatios(numerator, denominator).forEach((value, round) => {
      expect(value).toBeCloseTo(expected[round] ?? NaN, 9);
    });
    expect(logRatios([3], [3])).toEqual([0]);
  });

  it.each([
    [[1, 2], [1]],
    [[], []],
    [[0], [1]],
    [[1], [0]],
    [[-1], [1]],
    [[1], [Infinity]],
    [[NaN], [1]],
  ])('refuses %o against %o', (one, other) => {
    expect(() => logRatios(one, other)).toThrow(RangeError);
  });
});

describe('ratioInterval', () => {
  it('is exp of the median log ratio, with the order statistics that 7 rounds give', () => {
    // NumPy 2.4.6: l = numpy.log(numerator) - numpy.log(denominator); numpy.exp(numpy.median(l)) and
    // numpy.exp(numpy.sort(l)[[1, 5]]); why [1, 5] is in the test of medianInterval.
    const ratio = ratioInterval(numerator, denominator, createRandom(3));
    expect(ratio.estimate).toBeCloseTo(1.5125, 10);
    expect(ratio.low).toBeCloseTo(1.4875, 10);
    expect(ratio.high).toBeCloseTo(1.51898734, 8);
    expect(ratio).toMatchObject({ n: 7, confidence: 0.95 });
  });

  it('of one round is the point', () => {
    const ratio = ratioInterval([3], [2], createRandom(3));
    expect(ratio.estimate).toBeCloseTo(1.5, 12);
    expect([ratio.low, ratio.high, ratio.n]).toEqual([ratio.estimate, ratio.estimate, 1]);
  });

  it('of two rounds spans both', () => {
    const ratio = ratioInterval([2, 8], [1, 1], createRandom(3));
    expect(ratio.estimate).toBeCloseTo(4, 12);
    expect(ratio.low).toBeCloseTo(2, 12);
    expect(ratio.high).toBeCloseTo(8, 12);
  });

  it('of equal conditions is exactly 1', () => {
    expect(ratioInterval(denominator, denominator, createRandom(3))).toMatchObject({ estimate: 1, low: 1, high: 1 });
  });

  it('does not see what slows whole rounds', () => {
    const slowdown = [1, 5, 1, 1, 2, 1, 9];
    const slowed = (values: readonly number[]) => values.map((value, round) => value * (slowdown[round] ?? NaN));
    const disturbed = ratioInterval(slowed(numerator), slowed(denominator), createRandom(3));
    const quiet = ratioInterval(numerator, denominator, createRandom(3));
    expect(disturbed.low).toBeCloseTo(quiet.low, 10);
    expect(disturbed.high).toBeCloseTo(quiet.high, 10);
  });

  it('turns into its inverse when the conditions are swapped', () => {
    const time = fc.double({ noNaN: true, min: 1e-3, max: 1e3 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(time, time), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 0, max: 1000 }),
        (rounds, seed) => {
          const one = rounds.map(([first]) => first);
          const other = rounds.map(([, second]) => second);
          const ratio = ratioInterval(one, other, createRandom(seed), { resamples: 200 });
          const swapped = ratioInterval(other, one, createRandom(seed), { resamples: 200 });
          expect(swapped.estimate * ratio.estimate).toBeCloseTo(1, 9);
          expect(swapped.low * ratio.high).toBeCloseTo(1, 9);
          expect(swapped.high * ratio.low).toBeCloseTo(1, 9);
        },
      ),
    );
  });
});
