import { type BootstrapOptions, type Interval, medianInterval } from './bootstrap';
import { elementAt } from './element-at';
import type { Random } from './random';

/**
 * Natural logarithm of numerator / denominator, round by round: values at the same index were measured in the same
 * round, so what slowed the whole round cancels. No unit; 0 means equal, and a ratio and its inverse are equally far
 * from it.
 * @throws RangeError if the lengths differ, there is no round, or a value is not a positive finite number
 */
export function logRatios(numerator: readonly number[], denominator: readonly number[]): number[] {
  if (numerator.length !== denominator.length) {
    throw new RangeError(`Rounds must be paired, got ${numerator.length} and ${denominator.length}`);
  }
  if (numerator.length === 0) {
    throw new RangeError('At least one round is needed');
  }
  return numerator.map((value, round) => logOfPositive(value) - logOfPositive(elementAt(denominator, round)));
}

/**
 * Ratio of two conditions: exp of the median of the per-round log ratios, with its interval as `medianInterval`
 * (rounds stay whole). Unit: times, 1 means equal; below 1 the numerator is the smaller. `n` is the number of
 * rounds; with one round the interval is the point. Swapping the conditions gives the inverse, also of the interval.
 * @throws RangeError as `logRatios` and `bootstrapInterval`
 */
export function ratioInterval(
  numerator: readonly number[],
  denominator: readonly number[],
  random: Random,
  options: BootstrapOptions = {},
): Interval {
  const logInterval = medianInterval(logRatios(numerator, denominator), random, options);
  return {
    ...logInterval,
    estimate: Math.exp(logInterval.estimate),
    low: Math.exp(logInterval.low),
    high: Math.exp(logInterval.high),
  };
}

function logOfPositive(value: number): number {
  if (!(value > 0 && Number.isFinite(value))) {
    throw new RangeError(`A ratio needs positive finite values, got ${value}`);
  }
  return Math.log(value);
}
