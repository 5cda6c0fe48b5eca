import type { Interval } from './bootstrap';
import type { NoiseFloor } from './noise-floor';

/** What the data say about a condition's time against its baseline's. */
export type ComparisonVerdict = 'faster' | 'slower' | 'no-difference' | 'undecided';

/** Rounds below which no verdict is given, whatever the interval looks like. */
export const minimumRounds = 7;

/**
 * Compares the interval of time(condition) / time(baseline) with the noise floor: `faster` or `slower` only if the
 * whole interval lies beyond the floor, `no-difference` (that this machine can show) only if it lies wholly inside, its
 * ends included, and `undecided` otherwise: more rounds are needed. Fewer than `minimum` rounds, of the
 * comparison or of the A/A pair behind the floor, are always `undecided`, and so is an end that is not a number.
 * For a metric where more is better, such as items per second, the caller passes the inverse ratio.
 */
export function compareWithFloor(
  interval: Interval,
  floor: NoiseFloor,
  minimum: number = minimumRounds,
): ComparisonVerdict {
  if (interval.n < minimum || floor.n < minimum) {
    return 'undecided';
  }
  const lowerEdge = 1 / floor.ratio;
  if (interval.high < lowerEdge) {
    return 'faster';
  }
  if (interval.low > floor.ratio) {
    return 'slower';
  }
  return interval.low >= lowerEdge && interval.high <= floor.ratio ? 'no-difference' : 'undecided';
}

/** What the data say about a measure against a threshold. */
export type ThresholdVerdict = 'above' | 'below' | 'undecided';

/**
 * Compares the interval of a measure with a threshold of the same unit: `above` or `below` only if the whole interval lies
 * on that side. The caller refuses fewer than `minimumRounds` rounds. An end that is not a number is `undecided`.
 */
export function compareWithThreshold(
  interval: { readonly low: number; readonly high: number },
  threshold: number,
): ThresholdVerdict {
  if (interval.low > threshold) return 'above';
  return interval.high < threshold ? 'below' : 'undecided';
}
