import type { Interval } from './bootstrap';
import type { NoiseFloor } from './noise-floor';

/** What the data say about a condition's time against its baseline's. */
export type ComparisonVerdict = 'faster' | 'slower' | 'no-difference' | 'too-noisy' | 'undecided';

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

/** What `compareWithMargin` takes besides the interval and the floor. */
export interface EquivalenceLimits {
  /** Rounds below which nothing is decided. */
  readonly minimum: number;
  /** Largest floor at which "no difference" still says something, e.g. 1.1; a larger margin takes its place. */
  readonly largestFloor: number;
  /** Ratio up to which a real difference does not matter here, as the comparison declares it; absent: none. */
  readonly margin?: number | undefined;
}

/**
 * As `compareWithFloor`, with two more rules, so that noise cannot buy "no difference" and quiet cannot forbid it.
 *
 * Two conditions are called the same by inclusion of the whole interval within a margin that was declared before the data were
 * seen: equivalence testing by two one-sided tests (Schuirmann, "A comparison of the two one-sided tests procedure and the power
 * approach for assessing the equivalence of average bioavailability", Journal of Pharmacokinetics and Biopharmaceutics 15, 1987;
 * Westlake 1972 for the interval). The margin is the declared one or the floor, whichever is larger; differences are claimed
 * beyond the same edge, so no interval can be both. An interval with a coverage of 87.5 % (7 rounds) makes each one-sided test
 * one at 6.3 %, one of 96.5 % (15 rounds) at 1.8 %.
 *
 * A floor beyond `largestFloor` (and beyond the margin) allows no such statement: it was not declared but measured, and the
 * noisier the run, the wider it is. What is then neither faster nor slower is `too-noisy`: more rounds alone may not help.
 */
export function compareWithMargin(
  interval: Interval,
  floor: NoiseFloor,
  { minimum, largestFloor, margin = 1 }: EquivalenceLimits,
): ComparisonVerdict {
  const edge = Math.max(floor.ratio, margin);
  const verdict = compareWithFloor(interval, { ...floor, ratio: edge }, minimum);
  const isDecided = verdict === 'faster' || verdict === 'slower';
  const hasRounds = interval.n >= minimum && floor.n >= minimum;
  return !isDecided && hasRounds && floor.ratio > Math.max(largestFloor, margin) ? 'too-noisy' : verdict;
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
