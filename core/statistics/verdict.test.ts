import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Interval } from './bootstrap';
import type { NoiseFloor } from './noise-floor';
import { compareWithFloor, minimumRounds } from './verdict';

function intervalOf(low: number, high: number, n = minimumRounds): Interval {
  return { estimate: (low + high) / 2, low, high, n, confidence: 0.95 };
}

function floorOf(ratio: number, n = minimumRounds): NoiseFloor {
  return { ratio, measuredRatio: ratio, smallestDifference: 0, n };
}

describe('compareWithFloor', () => {
  // The floor is 1.25, so that its two edges, 0.8 and 1.25, are exact.
  it.each([
    ['wholly below', 0.5, 0.79, 'faster'],
    ['touching the lower edge from below', 0.5, 0.8, 'undecided'],
    ['across the lower edge', 0.7, 1, 'undecided'],
    ['from the lower to the upper edge', 0.8, 1.25, 'no-difference'],
    ['wholly inside', 0.95, 1.05, 'no-difference'],
    ['inside, but without 1', 1.1, 1.2, 'no-difference'],
    ['across the upper edge', 1, 1.3, 'undecided'],
    ['touching the upper edge from above', 1.25, 1.5, 'undecided'],
    ['wholly above', 1.26, 1.5, 'slower'],
    ['across both edges', 0.5, 2, 'undecided'],
  ])('%s: [%s, %s] is %s', (_, low, high, verdict) => {
    expect(compareWithFloor(intervalOf(low, high), floorOf(1.25))).toBe(verdict);
  });

  it('needs 7 rounds, of the comparison and of the A/A pair', () => {
    expect(compareWithFloor(intervalOf(0.1, 0.2, 7), floorOf(1.25, 7))).toBe('faster');
    expect(compareWithFloor(intervalOf(0.1, 0.2, 6), floorOf(1.25, 7))).toBe('undecided');
    expect(compareWithFloor(intervalOf(0.1, 0.2, 7), floorOf(1.25, 6))).toBe('undecided');
    expect(compareWithFloor(intervalOf(1, 1, 1), floorOf(1.25))).toBe('undecided');
  });

  it('finds no difference between equal conditions even with a floor of 1', () => {
    expect(compareWithFloor(intervalOf(1, 1), floorOf(1))).toBe('no-difference');
  });

  it('is undecided when an end is not a number', () => {
    expect(compareWithFloor(intervalOf(NaN, NaN), floorOf(1.25))).toBe('undecided');
    expect(compareWithFloor(intervalOf(1, 1), floorOf(NaN))).toBe('undecided');
  });

  it('never contradicts the interval, and turns round when the conditions are swapped', () => {
    const ratio = fc.double({ noNaN: true, min: 0.1, max: 10 });
    const opposite = {
      faster: 'slower',
      slower: 'faster',
      'no-difference': 'no-difference',
      'too-noisy': 'too-noisy',
      undecided: 'undecided',
    };
    fc.assert(
      fc.property(ratio, ratio, fc.double({ noNaN: true, min: 1, max: 5 }), (one, other, edge) => {
        // The edges themselves are tested above; 1/x rounds, so that swapping could move an end across an edge there.
        fc.pre([one, other].every((end) => Math.abs(Math.abs(Math.log(end)) - Math.log(edge)) > 1e-9));
        const low = Math.min(one, other);
        const high = Math.max(one, other);
        const verdict = compareWithFloor(intervalOf(low, high), floorOf(edge));
        expect(compareWithFloor(intervalOf(1 / high, 1 / low), floorOf(edge))).toBe(opposite[verdict]);
        if (verdict === 'faster') expect(high).toBeLessThan(1);
        if (verdict === 'slower') expect(low).toBeGreaterThan(1);
        if (low <= 1 && high >= 1) expect(['no-difference', 'undecided']).toContain(verdict);
      }),
    );
  });

  it('never changes its direction when the floor rises', () => {
    const ratio = fc.double({ noNaN: true, min: 0.1, max: 10 });
    const edge = fc.double({ noNaN: true, min: 1, max: 5 });
    fc.assert(
      fc.property(ratio, ratio, edge, edge, (one, other, a, b) => {
        const interval = intervalOf(Math.min(one, other), Math.max(one, other));
        const strict = compareWithFloor(interval, floorOf(Math.min(a, b)));
        const lenient = compareWithFloor(interval, floorOf(Math.max(a, b)));
        if (lenient === 'faster' || lenient === 'slower') expect(strict).toBe(lenient);
        if (strict === 'no-difference') expect(lenient).toBe('no-difference');
      }),
    );
  });
});
