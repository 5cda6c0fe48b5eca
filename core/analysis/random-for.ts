import { createRandom, type Random } from '../statistics/random';

/**
 * A generator of its own for each interval: the run's seed and the interval's name through FNV-1a (Fowler, Noll, Vo,
 * 32 bits). So an interval is the same whatever else is computed before it, and the same on every machine.
 * @param seed a whole number in 0..2^32-1
 */
export function randomFor(seed: number, name: string): Random {
  let hash = 0x811c9dc5;
  for (const character of `${seed}/${name}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return createRandom(hash >>> 0);
}
