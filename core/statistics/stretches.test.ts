import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengthOf, sharedLength, unionOf, without } from './stretches';

const stretches = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 20 }))
    .map(([from, length]) => ({ from, to: from + length })),
  { maxLength: 8 },
);
/** The same by counting: which whole steps are covered. */
const steps = (all: readonly { from: number; to: number }[]): Set<number> =>
  new Set(all.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index)));

describe('stretches on a line', () => {
  it('join where they touch or overlap', () => {
    const joined = unionOf([
      { from: 5, to: 9 },
      { from: 0, to: 3 },
      { from: 3, to: 4 },
      { from: 6, to: 7 },
      { from: 2, to: 2 },
    ]);
    expect(joined).toEqual([
      { from: 0, to: 4 },
      { from: 5, to: 9 },
    ]);
  });

  it('have the length, the common length and the rest that counting gives', () => {
    fc.assert(
      fc.property(stretches, stretches, (one, other) => {
        const [a, b] = [unionOf(one), unionOf(other)];
        expect(lengthOf(a)).toBe(steps(one).size);
        expect(sharedLength(a, b)).toBe([...steps(one)].filter((step) => steps(other).has(step)).length);
        const rest = without({ from: 10, to: 50 }, one);
        const counted = Array.from({ length: 40 }, (_, index) => 10 + index).filter((step) => !steps(one).has(step));
        expect(lengthOf(rest)).toBe(counted.length);
        expect([...steps(rest)].sort((x, y) => x - y)).toEqual(counted);
      }),
    );
  });
});
