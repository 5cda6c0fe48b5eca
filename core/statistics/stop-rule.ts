import type { Interval } from './bootstrap';

/** Why a run may stop measuring further rounds. */
export type StopReason = 'narrow-enough' | 'maximum-reached';

/**
 * Width of a ratio's interval: high / low - 1. No unit; 0.04 means that the high end is 4 % above the low end. A ratio
 * and its inverse have the same width. Not finite unless both ends are positive.
 */
export function ratioWidth({ low, high }: Interval): number {
  return low > 0 && high >= low ? high / low - 1 : Infinity;
}

/**
 * Whether to stop, and why: `maximum-reached` after `maximum` rounds whatever the interval, `narrow-enough` after at
 * least `minimum` rounds if the ratio interval is narrower than the target, `undefined` if another round is needed. An
 * interval of fewer than two rounds has no width that means anything, and is never narrow enough.
 *
 * Warning on optional stopping: looking again and again until a difference shows makes almost any two equal things
 * differ in the end (P. Armitage, C. K. McPherson and B. C. Rowe, "Repeated Significance Tests on Accumulating Data",
 * Journal of the Royal Statistical Society A 132, 1969). This rule therefore looks at the width alone, never at where
 * the interval lies or what the verdict would be. Even so its intervals are too narrow, because a run is more likely to
 * stop where chance made it narrow: in simulated A/A runs of 7 to 40 rounds, 95 % intervals missed a ratio of 1 in 19 %
 * when stopped by width, in 38 % when looked at after every round, in 13 % at a fixed 7 and in 8 % at a fixed 40 rounds.
 * Hence the minimum, verdicts that need the noise floor as well, and a record that says the rule was in use. Do not run
 * again because a result is not the wanted one.
 * @param interval of a ratio; `undefined` if none could be computed yet
 * @param target width as by `ratioWidth`, above 0
 * @param rounds complete rounds so far
 * @param minimum rounds, at least 1
 * @param maximum rounds, at least `minimum`
 * @throws RangeError if the target is not above 0, or rounds are not whole numbers in the ranges named
 */
export function stopReason(
  interval: Interval | undefined,
  target: number,
  rounds: number,
  minimum: number,
  maximum: number,
): StopReason | undefined {
  if (!(target > 0)) {
    throw new RangeError(`The target width must be above 0, got ${target}`);
  }
  if (![rounds, minimum, maximum].every(Number.isInteger) || rounds < 0 || minimum < 1 || maximum < minimum) {
    throw new RangeError(`Need whole rounds, 1 <= minimum <= maximum, got ${rounds}, ${minimum} and ${maximum}`);
  }
  if (rounds >= maximum) {
    return 'maximum-reached';
  }
  if (rounds < minimum || interval === undefined || interval.n < 2) {
    return undefined;
  }
  return ratioWidth(interval) < target ? 'narrow-enough' : undefined;
}

/**
 * Whether a run has enough rounds: there is a `stopReason`. Its warning on optional stopping applies.
 * @throws RangeError as `stopReason`
 */
export function enoughRounds(
  interval: Interval | undefined,
  target: number,
  rounds: number,
  minimum: number,
  maximum: number,
): boolean {
  return stopReason(interval, target, rounds, minimum, maximum) !== undefined;
}
