import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementAt } from './element-at';
import { createRandom } from './random';
import { createResampler } from './resample';

const samples = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 30 });
const seeds = fc.integer({ min: 0, max: 1000 });

describe('createResampler', () => {
  it('gives what drawing by index and sorting would give', () => {
    fc.assert(
      fc.property(samples, seeds, (values, seed) => {
        const random = createRandom(seed);
        const drawn = values.map(() => elementAt(values, random.integer(values.length)));
        expect([...createResampler(values, createRandom(seed))()]).toEqual(drawn.sort((a, b) => a - b));
      }),
    );
  });

  it('gives negated resamples for negated samples', () => {
    fc.assert(
      fc.property(samples, seeds, (values, seed) => {
        const negated = createResampler(
          values.map((value) => 0 - value),
          createRandom(seed),
        )();
        const resample = createResampler(values, createRandom(seed))();
        expect([...negated].reverse()).toEqual([...resample].map((value) => 0 - value));
      }),
    );
  });

  it('draws with replacement, differently each time', () => {
    const resample = createResampler([1, 2, 3, 4, 5], createRandom(3));
    const draws = Array.from({ length: 50 }, () => resample().join());
    expect(new Set(draws).size).toBeGreaterThan(30);
    expect(draws.some((draw) => new Set(draw.split(',')).size < 5)).toBe(true);
  });

  it('refuses no samples', () => {
    expect(() => createResampler([], createRandom(1))).toThrow(RangeError);
  });
});
