import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kendallTau, rankingScore } from './correlation';

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

describe('rankingScore', () => {
  it('is 1 for the right order, 0 for the opposite and the share of right pairs between', () => {
    expect(rankingScore([1, 2, 3, 4], [5, 7, 8, 9])).toBe(1);
    expect(rankingScore([1, 2, 3, 4], [4, 3, 2, 1])).toBe(0);
    // Of the six pairs only the one of the last two items is the wrong way round.
    expect(rankingScore([1, 2, 3, 4], [1, 2, 4, 3])).toBe(5 / 6);
  });

  it('takes every prediction of an actual tie as right', () => {
    expect(rankingScore([1, 2], [3, 3])).toBe(1);
    expect(rankingScore([2, 1], [3, 3])).toBe(1);
    expect(rankingScore([1, 1], [3, 3])).toBe(1);
  });

  it('takes a predicted tie of items that turned out different as wrong', () => {
    expect(rankingScore([1, 1], [3, 4])).toBe(0);
  });

  it('refuses lists of different lengths, fewer than two items and ranks that are no numbers', () => {
    expect(() => rankingScore([1, 2], [1])).toThrow(RangeError);
    expect(() => rankingScore([1], [1])).toThrow(RangeError);
    expect(() => rankingScore([], [])).toThrow(RangeError);
    expect(() => rankingScore([1, NaN], [1, 2])).toThrow(RangeError);
    expect(() => kendallTau([1], [1])).toThrow(RangeError);
  });

  it('lies in 0..1, and is (tau + 1) / 2 without ties', () => {
    fc.assert(
      fc.property(rankings, (items) => {
        const score = rankingScore(
          items.map(([rank]) => rank),
          items.map(([, rank]) => rank),
        );
        expect(score >= 0 && score <= 1).toBe(true);
      }),
    );
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { minLength: 2, maxLength: 10 }), (actual) => {
        const predicted = actual.map((_, index) => index);
        expect(rankingScore(predicted, actual)).toBeCloseTo(((kendallTau(predicted, actual) ?? NaN) + 1) / 2, 12);
      }),
    );
  });
});
