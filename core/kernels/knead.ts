/**
 * The integer kernel: a 32-bit linear congruential step (Numerical Recipes, 3rd ed., section 7.1 constants) mixed by a
 * xorshift, so that every iteration depends on the one before and no compiler can skip or vectorise it.
 * Work is counted: the same `iterations` and `seed` give the same checksum in every host.
 * @param iterations a whole number >= 0
 * @param seed a 32-bit integer
 * @returns an unsigned 32-bit checksum
 */
export function knead(iterations: number, seed: number): number {
  let x = seed | 0;
  for (let i = 0; i < iterations; i++) {
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    x ^= x >>> 13;
  }
  return x >>> 0;
}
