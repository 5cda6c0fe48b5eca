/** A reproducible source of chance: the same seed gives the same sequence on every machine and runtime. */
export interface Random {
  /** A number in [0, 1), a multiple of 2^-32. */
  next(): number;
  /**
   * A whole number in 0..below-1, each equally likely.
   * @throws RangeError unless `below` is a whole number in 1..2^32
   */
  integer(below: number): number;
}

/** Four 32-bit words, not all zero. */
export type RandomState = readonly [number, number, number, number];

const wordCount = 2 ** 32;

/**
 * Generator xoshiro128** 1.1 started from a 32-bit seed. Not for secrets.
 * @throws RangeError unless the seed is a whole number in 0..2^32-1
 */
export function createRandom(seed: number): Random {
  return randomFromState(expandSeed(seed));
}

/**
 * xoshiro128** 1.1 by David Blackman and Sebastiano Vigna, "Scrambled Linear Pseudorandom Number Generators", ACM
 * Transactions on Mathematical Software 47 (2021); reference code: https://prng.di.unimi.it/xoshiro128starstar.c
 * Period 2^128 - 1.
 * @throws RangeError if all four words are zero, the one state that never changes
 */
export function randomFromState(state: RandomState): Random {
  if (state.every((word) => word >>> 0 === 0)) {
    throw new RangeError('A generator cannot start from four zero words');
  }

  let [a, b, c, d] = state;

  return { next, integer };

  function nextWord(): number {
    const word = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return word;
  }

  function next(): number {
    return nextWord() / wordCount;
  }

  function integer(below: number): number {
    if (!Number.isInteger(below) || below < 1 || below > wordCount) {
      throw new RangeError(`Need a whole number in 1..2^32, got ${below}`);
    }
    if (below === 1) {
      return 0;
    }
    // As many leading bits as `below - 1` has; a number past the end is drawn again, because folding it back into the
    // range would favour some numbers.
    const spareBits = Math.clz32(below - 1);
    let drawn = nextWord() >>> spareBits;
    while (drawn >= below) {
      drawn = nextWord() >>> spareBits;
    }
    return drawn;
  }
}

/**
 * Four words from one seed by SplitMix32: a Weyl sequence (step 0x9e3779b9) through the finaliser of MurmurHash3
 * (Austin Appleby, `fmix32`), after Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA
 * 2014. The finaliser maps different words to different words, so the four are never all zero.
 * @throws RangeError unless the seed is a whole number in 0..2^32-1
 */
export function expandSeed(seed: number): RandomState {
  if (!Number.isInteger(seed) || seed < 0 || seed >= wordCount) {
    throw new RangeError(`A seed is a whole number in 0..2^32-1, got ${seed}`);
  }
  const step = 0x9e3779b9;
  return [mix(seed + step), mix(seed + 2 * step), mix(seed + 3 * step), mix(seed + 4 * step)];
}

/**
 * The items in random order, every order equally likely (Fisher-Yates in Durstenfeld's form, CACM 7 (1964), algorithm
 * 235). Returns a new list; the given one is left as it is.
 */
export function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const chosen = random.integer(last + 1);
    // Both indices are inside the list; the assertion is needed because an item may itself be undefined.
    [order[last], order[chosen]] = [order[chosen] as Item, order[last] as Item];
  }
  return order;
}

function mix(word: number): number {
  let mixed = word | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
