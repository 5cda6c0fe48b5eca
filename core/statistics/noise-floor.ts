import type { BootstrapOptions } from './bootstrap';
import type { Random } from './random';
import { ratioInterval } from './ratio';

/** The smallest ratio a run can tell from chance. */
export interface NoiseFloor {
  /** What verdicts use, at least 1: 1.02 means that differences up to 2 % either way are noise. */
  readonly ratio: number;
  /** What the A/A pair alone showed, at least 1. */
  readonly measuredRatio: number;
  /** Share below which a difference is never claimed, however quiet the pair was: 0.01 means 1 %. */
  readonly smallestDifference: number;
  /** Rounds of the A/A pair. */
  readonly n: number;
}

/**
 * Noise floor from an A/A pair: the same condition run twice under two names in the same rounds, so that every
 * difference between them is chance. The floor is the end of the pair's ratio interval that is farther from 1, and at
 * least 1 + smallestDifference. It does not matter which of the pair comes first. With one round it is that round's
 * ratio, which is no estimate of noise; `n` says so, and verdicts refuse it.
 * @param first values of the condition under its first name, by round, any unit, all positive
 * @param second values of the same condition under its second name, same unit and rounds
 * @param smallestDifference share, 0 or more: differences below it do not matter or come from the clock's resolution
 * @throws RangeError if smallestDifference is negative or not finite, and as `ratioInterval`
 */
export function noiseFloor(
  first: readonly number[],
  second: readonly number[],
  random: Random,
  smallestDifference: number,
  options: BootstrapOptions = {},
): NoiseFloor {
  if (!(smallestDifference >= 0 && Number.isFinite(smallestDifference))) {
    throw new RangeError(`The smallest difference is a share of 0 or more, got ${smallestDifference}`);
  }
  const { low, high, n } = ratioInterval(first, second, random, options);
  const measuredRatio = Math.exp(Math.max(Math.abs(Math.log(low)), Math.abs(Math.log(high))));
  return { ratio: Math.max(measuredRatio, 1 + smallestDifference), measuredRatio, smallestDifference, n };
}
