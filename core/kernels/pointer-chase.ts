import { createRandom } from '../statistics/random';

/** Where each step goes on to: a permutation of 0..length-1 that is one single cycle. */
export type ChaseTable = Int32Array<ArrayBuffer>;

/**
 * A random permutation that is one cycle through all entries (S. Sattolo, "An algorithm to generate a random cyclic
 * permutation", Information Processing Letters 22, 1986): a chase visits every entry before it comes back, so the whole
 * table is in use and no short cycle can hide in a cache.
 * @param entries how many, each of 4 bytes
 * @param seed a whole number in 0..2^32-1
 * @throws RangeError unless `entries` is a whole number in 1..2^31, and as `createRandom`
 */
export function createChase(entries: number, seed: number): ChaseTable {
  if (!Number.isInteger(entries) || entries < 1 || entries > 2 ** 31) {
    throw new RangeError(`A chase has a whole number of entries in 1..2^31, got ${entries}`);
  }
  const random = createRandom(seed);
  const table = new Int32Array(entries);
  for (let entry = 0; entry < entries; entry++) {
    table[entry] = entry;
  }
  for (let last = entries - 1; last > 0; last--) {
    // Below `last`, never `last` itself: this is what makes the permutation one cycle.
    const chosen = random.integer(last);
    const kept = table[last] as number;
    table[last] = table[chosen] as number;
    table[chosen] = kept;
  }
  return table;
}

/**
 * The memory kernel: each read gives the place of the next, so no processor can start one early, and the order is
 * random, so none can guess it. With a table larger than a core's own cache the time is that of shared cache or memory.
 * @param table from `createChase`
 * @param steps a whole number >= 0; one step is a few nanoseconds in cache, up to about 100 in memory
 * @param start a 32-bit integer: the first entry, taken modulo the length
 * @returns an unsigned 32-bit checksum: the sum of all entries visited, and of the one reached, rotated
 */
export function chase(table: ChaseTable, steps: number, start = 0): number {
  let entry = (start >>> 0) % table.length;
  let sum = 0;
  for (let step = 0; step < steps; step++) {
    entry = table[entry] as number;
    sum = (sum + entry) | 0;
  }
  // The sum alone is the same for every start after a whole number of cycles.
  return (((sum << 7) | (sum >>> 25)) ^ entry) >>> 0;
}
