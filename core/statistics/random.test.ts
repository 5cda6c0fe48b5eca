import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom, expandSeed, type Random, randomFromState, shuffled } from './random';

/** The generator's 32-bit words: `next` divides each by 2^32, which loses nothing. */
function words(random: Random, count: number): number[] {
  return Array.from({ length: count }, () => random.next() * 2 ** 32);
}

describe('the generator', () => {
  it('gives the published sequence of xoshiro128** from the words 1, 2, 3, 4', () => {
    // Test vector of the Rust crate rand_xoshiro, made with the authors' xoshiro128starstar.c (version 1.1); the same
    // numbers came from that C code compiled with GCC 12.
    expect(words(randomFromState([1, 2, 3, 4]), 10)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  // From a C program (uint32_t arithmetic, GCC 12): the four words of SplitMix32 with MurmurHash3's finaliser, then
  // xoshiro128starstar.c started from them.
  it.each([
    {
      seed: 0,
      state: [2462723854, 1020716019, 454327756, 1275600319],
      first: [3809008728, 1133695204, 53579671, 2891528803, 139681546, 2203266335],
    },
    {
      seed: 7,
      state: [588686121, 1937383562, 4286812467, 2372217166],
      first: [1004282400, 2200021487, 1928073449, 741806228, 2429532727, 2033801169],
    },
    {
      seed: 4294967295,
      state: [920564995, 4230986166, 697614773, 1778835764],
      first: [835879718, 1921286648, 2356205009, 1885780724, 980451116, 1053911718],
    },
  ])('starts from seed $seed as the C code does', ({ seed, state, first }) => {
    expect(expandSeed(seed)).toEqual(state);
    expect(words(createRandom(seed), 6)).toEqual(first);
  });

  it.each([-1, 0.5, 2 ** 32, NaN, Infinity])('refuses seed %s', (seed) => {
    expect(() => createRandom(seed)).toThrow(RangeError);
  });

  it('refuses four zero words', () => {
    expect(() => randomFromState([0, 0, 0, 0])).toThrow(RangeError);
  });

  it('stays in [0, 1) with a mean near a half', () => {
    const random = createRandom(1);
    const draws = Array.from({ length: 100_000 }, () => random.next());
    expect(draws.every((draw) => draw >= 0 && draw < 1)).toBe(true);
    // The standard error of the mean is 0.0009.
    expect(draws.reduce((sum, draw) => sum + draw, 0) / draws.length).toBeCloseTo(0.5, 2);
  });
});

describe('integer', () => {
  it.each([2, 3, 7, 30])('gives each number below %s about equally often', (below) => {
    const random = createRandom(5);
    const counts = Array.from({ length: below }, () => 0);
    const expected = 5000;
    for (let draw = 0; draw < expected * below; draw += 1) {
      const drawn = random.integer(below);
      counts[drawn] = (counts[drawn] ?? NaN) + 1;
    }
    expect(counts).toHaveLength(below);
    // Five standard deviations of a count are below 7 % of it.
    for (const count of counts) {
      expect(Math.abs(count - expected)).toBeLessThan(0.07 * expected);
    }
  });

  it('stays below any limit, up to 2^32', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 32 }), fc.integer({ min: 0, max: 1000 }), (below, seed) => {
        const drawn = createRandom(seed).integer(below);
        expect(Number.isInteger(drawn) && drawn >= 0 && drawn < below).toBe(true);
      }),
    );
    expect(createRandom(7).integer(2 ** 32)).toBe(1004282400);
    expect(createRandom(7).integer(1)).toBe(0);
  });

  it.each([0, -1, 1.5, NaN, 2 ** 32 + 1])('refuses %s', (below) => {
    expect(() => createRandom(1).integer(below)).toThrow(RangeError);
  });
});

describe('shuffled', () => {
  it('returns a new list with the same items, and the same order for the same seed', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer({ min: 0, max: 1000 }), (items, seed) => {
        const before = [...items];
        const order = shuffled(items, createRandom(seed));
        expect(items).toEqual(before);
        expect(order).not.toBe(items);
        expect([...order].sort()).toEqual(before.sort());
        expect(shuffled(items, createRandom(seed))).toEqual(order);
      }),
    );
  });

  it('gives every order of three items about equally often', () => {
    const random = createRandom(11);
    const counts = new Map<string, number>();
    for (let round = 0; round < 12_000; round += 1) {
      const order = shuffled(['a', 'b', 'c'], random).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
    // 2,000 expected of each; five standard deviations are 204.
    for (const count of counts.values()) {
      expect(Math.abs(count - 2000)).toBeLessThan(204);
    }
  });

  it('keeps items that are undefined', () => {
    expect(shuffled([undefined, undefined], createRandom(1))).toEqual([undefined, undefined]);
  });
});
