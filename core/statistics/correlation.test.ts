import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kendallTau, pairsInOrder } from './correlation';

const rankings = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })), {
  minLength: 2,
  maxLength: 10,
});

describe('kendallTau', () => {
  // SciPy 1.17.1: scipy.stats.kendalltau(a, b).statistic; the first pair is the example of its documentation.
  it.each([
    [[12, 2, 1, 12, 2], [1, 4, 7, 1, 0], -0.4714045207910316],
    [[1, 2, 3, 4, 5, 6], [2, 1, 3, 3, 6, 5], 0.6900655593423543],
    [[1, 1, 2, 3], [1, 1, 1, 2], 0.7745966692414834],
  ])('of %o and %o is %s, as SciPy has it', (a, b, expected) => {
    expect(kendallTau(a, b)).toBeCloseTo(expected, 12);
  });

  it('is 1 for the same order and -1 for the opposite', () => {
    expect(kendallTau([1, 2, 3, 4], [10, 20, 30, 40])).toBe(1);
    expect(kendallTau([1, 2, 3, 4], [4, 3, 2, 1])).toBe(-1);
    expect(kendallTau([1, 2], [2, 1])).toBe(-1);
  });

  it('does not exist when one ranking ties everything', () => {
    expect(kendallTau([1, 1, 1], [1, 2, 3])).toBeUndefined();
    expect(kendallTau([1, 2, 3], [5, 5, 5])).toBeUndefined();
  });

  it('is symmetric and changes its sign when one ranking is turned round', () => {
    fc.assert(
      fc.property(rankings, (items) => {
        const a = items.map(([rank]) => rank);
        const b = items.map(([, rank]) => rank);
        const tau = kendallTau(a, b);
        expect(kendallTau(b, a)).toBe(tau);
        const turned = kendallTau(
          a,
          b.map((rank) => -rank),
        );
        expect(turned === undefined ? undefined : turned + (tau ?? NaN)).toBe(tau === undefined ? undefined : 0);
      }),
    );
  });
});

describe('pairsInOrder', () => {
  it('counts the pairs in the right order', () => {
    expect(pairsInOrder([1, 2, 3, 4], [5, 7, 8, 9])).toEqual({ right: 6, pairs: 6 });
    expect(pairsInOrder([1, 2, 3, 4], [4, 3, 2, 1])).toEqual({ right: 0, pairs: 6 });
    // Only the pair of the last two items is the wrong way round.
    expect(pairsInOrder([1, 2, 3, 4], [1, 2, 4, 3])).toEqual({ right: 5, pairs: 6 });
  });

  it('does not count an actual tie, however it was predicted', () => {
    for (const predicted of [
      [1, 2],
      [2, 1],
      [1, 1],
    ]) {
      expect(pairsInOrder(predicted, [3, 3])).toEqual({ right: 0, pairs: 0 });
    }
    expect(pairsInOrder([1, 2, 3], [3, 3, 4])).toEqual({ right: 2, pairs: 2 });
  });

  it('takes a predicted tie of items that turned out different as wrong', () => {
    expect(pairsInOrder([1, 1], [3, 4])).toEqual({ right: 0, pairs: 1 });
  });

  it('refuses lists of different lengths, fewer than two items and ranks that are no numbers', () => {
    expect(() => pairsInOrder([1, 2], [1])).toThrow(RangeError);
    expect(() => pairsInOrder([1], [1])).toThrow(RangeError);
    expect(() => pairsInOrder([], [])).toThrow(RangeError);
    expect(() => pairsInOrder([1, NaN], [1, 2])).toThrow(RangeError);
    expect(() => kendallTau([1], [1])).toThrow(RangeError);
  });

  it('never has more right than pairs, and the share right is (tau + 1) / 2 without ties', () => {
    fc.assert(
      fc.property(rankings, (items) => {
        const { right, pairs } = pairsInOrder(
          items.map(([rank]) => rank),
          items.map(([, rank]) => rank),
        );
        expect(right >= 0 && right <= pairs).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { minLength: 2, maxLength: 10 }), (actual) => {
        const predicted = actual.map((_, index) => index);
        const { right, pairs } = pairsInOrder(predicted, actual);
        expect(right / pairs).toBeCloseTo(((kendallTau(predicted, actual) ?? NaN) + 1) / 2, 12);
      }),
    );
  });
});
