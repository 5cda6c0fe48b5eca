/** How the memory is laid out that the threads of a condition share: whole words, a cache line apart, so that nothing else is shared. */

/** Words between two that different threads write. */
export const wordStride = 16;

/** Size of the memory for so many locks, in bytes. */
export function lockBytes(locks: number): number {
  return 4 * wordStride * locks;
}

/** Size of the memory of a table with so many seats, in bytes: four lines for each of them, and two for all. */
export function tableBytes(seats: number): number {
  return 4 * wordStride * (4 * seats + 2);
}

/** Places of a counter that several add to, of the lock around it, and of the two words where the adders meet. */
export const counterWords = { counter: 0, lock: 2 * wordStride, barrier: 4 * wordStride } as const;

/** Size of the memory of such a counter, in bytes. */
export const counterBytes = 4 * 6 * wordStride;

/** Words of the emulated lock: whether it is taken, whether somebody asks for it, how often it was taken. */
export const gilWords = { taken: 0, asked: 1, turns: 2 } as const;

/** Size of the memory of the emulated lock, in bytes. */
export const gilBytes = 12;
