import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Interval } from './bootstrap';
import { createRandom } from './random';
import { ratioInterval } from './ratio';
import { enoughRounds, ratioWidth, stopReason } from './stop-rule';

function interval(low: number, high: number, n = 10): Interval {
  return { estimate: Math.sqrt(low * high), low, high, n, confidence: 0.95 };
}

describe('ratioWidth', () => {
  it('is how far the high end lies above the low end', () => {
    expect(ratioWidth(interval(0.5, 0.52))).toBeCloseTo(0.04, 12);
    expect(ratioWidth(interval(1 / 0.52, 1 / 0.5))).toBeCloseTo(0.04, 12);
    expect(ratioWidth(interval(0, 1))).toBe(Infinity);
    expect(ratioWidth(interval(NaN, 1))).toBe(Infinity);
  });
});

describe('stopReason', () => {
  const narrow = interval(1, 1.01);
  const wide = interval(1, 1.5);

  it.each([
    [wide, 30, 'maximum-reached'],
    [undefined, 31, 'maximum-reached'],
    [narrow, 30, 'maximum-reached'],
    [narrow, 7, 'narrow-enough'],
    [narrow, 6, undefined],
    [wide, 29, undefined],
    [undefined, 12, undefined],
    [interval(1, 1, 1), 12, undefined],
    [interval(NaN, NaN), 12, undefined],
  ] as const)('of %o after %i rounds of 7 to 30 is %s', (ratio, rounds, reason) => {
    expect(stopReason(ratio, 0.05, rounds, 7, 30)).toBe(reason);
    expect(enoughRounds(ratio, 0.05, rounds, 7, 30)).toBe(reason !== undefined);
  });

  it('does not depend on where the interval lies', () => {
    const positive = fc.double({ min: 0.01, max: 100, noNaN: true });
    fc.assert(
      // Powers of two, so that the width is the same to the last bit.
      fc.property(
        positive,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: -8, max: 8 }),
        (low, width, power) => {
          const here = interval(low, low * (1 + width));
          const there = interval(here.low * 2 ** power, here.high * 2 ** power);
          expect(stopReason(there, 0.1, 10, 7, 30)).toBe(stopReason(here, 0.1, 10, 7, 30));
        },
      ),
    );
  });

  it('calls equal things different less often than looking until a difference shows', () => {
    const random = createRandom(11);
    // Lognormal by the sum of twelve uniform numbers, spread about 5 %.
    const time = () => Math.exp(0.05 * (Array.from({ length: 12 }, () => random.next()).reduce((a, b) => a + b) - 6));
    let byWidth = 0;
    let byPeeking = 0;
    for (let run = 0; run < 150; run += 1) {
      const a: number[] = [];
      const b: number[] = [];
      let stopped = false;
      let everDifferent = false;
      while (a.length < 40) {
        a.push(time());
        b.push(time());
        if (a.length >= 7) {
          const ratio = ratioInterval(a, b, random, { resamples: 200 });
          const different = ratio.low > 1 || ratio.high < 1;
          everDifferent ||= different;
          if (!stopped && enoughRounds(ratio, 0.06, a.length, 7, 40)) {
            stopped = true;
            byWidth += different ? 1 : 0;
          }
        }
      }
      byPeeking += everDifferent ? 1 : 0;
    }
    // NumPy, 400 runs of the same: 19 % by width, 38.5 % by looking (13.5 % at a fixed 7 rounds, 7.8 % at a fixed 40).
    expect(byWidth).toBeLessThan(0.3 * 150);
    expect(byPeeking).toBeGreaterThan(1.5 * byWidth);
  });

  it.each([
    [0, 7, 7, 30],
    [NaN, 7, 7, 30],
    [0.1, 1.5, 7, 30],
    [0.1, -1, 7, 30],
    [0.1, 7, 0, 30],
    [0.1, 7, 8, 7],
    [0.1, 7, 7, Infinity],
  ])('refuses a target of %s at %s rounds of %s to %s', (target, rounds, minimum, maximum) => {
    expect(() => stopReason(narrow, target, rounds, minimum, maximum)).toThrow(RangeError);
  });
});
