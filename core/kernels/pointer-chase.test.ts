import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chase, createChase } from './pointer-chase';

describe('createChase', () => {
  it('gives the reference permutation', () => {
    // Python, with xoshiro128** 1.1 and its SplitMix32 seed written anew: t = list(range(8));
    // for i in range(7, 0, -1): j = integer(i); t[i], t[j] = t[j], t[i]
    expect([...createChase(8, 5)]).toEqual([3, 0, 7, 5, 1, 2, 4, 6]);
  });

  it('is one cycle through all entries', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 2 ** 32 - 1 }), (entries, seed) => {
        const table = createChase(entries, seed);
        const visited = new Set<number>();
        for (let entry = 0; !visited.has(entry); entry = table[entry]!) {
          visited.add(entry);
        }
        expect(visited.size).toBe(entries);
      }),
    );
  });

  it('makes each of the six cycles of four entries about equally often', () => {
    const seen = new Map<string, number>();
    for (let seed = 0; seed < 6000; seed++) {
      const cycle = createChase(4, seed).join();
      seen.set(cycle, (seen.get(cycle) ?? 0) + 1);
    }
    expect(seen.size).toBe(6);
    // Six standard deviations of a count of 6,000 draws at 1/6 are 173.
    expect([...seen.values()].every((count) => Math.abs(count - 1000) < 173)).toBe(true);
  });

  it.each([0, -1, 1.5, NaN, 2 ** 31 + 1])('refuses %s entries', (entries) => {
    expect(() => createChase(entries, 1)).toThrow(RangeError);
  });
});

describe('chase', () => {
  // Python, with the same table of 1,000 entries from seed 3: e = start % 1000; s = 0; steps times: e = t[e]; s += e;
  // s &= 0xffffffff; then (((s << 7) | (s >> 25)) & 0xffffffff) ^ e
  it.each([
    [0, 0, 0],
    [1, 0, 105534],
    [1000, 0, 63936000],
    [1000, 17, 63936017],
    [2500, 4294967295, 159148259],
    [2500, -1, 159148259],
  ])('gives the reference checksum for %i steps from %i', (steps, start, checksum) => {
    expect(chase(createChase(1000, 3), steps, start)).toBe(checksum);
  });

  it('leaves the table as it is', () => {
    const table = createChase(100, 1);
    chase(table, 1000);
    expect(table).toEqual(createChase(100, 1));
  });
});
