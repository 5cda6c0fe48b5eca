import type { Interval } from '../statistics/bootstrap';
import type { NoiseFloor } from '../statistics/noise-floor';
import type { Random } from '../statistics/random';
import type { ComparisonVerdict, ThresholdVerdict } from '../statistics/verdict';
import type { Rules } from './rules';

/**
 * A rule set as code. It judges by the numbers that the record's `rules` hold, so its functions take them; what cannot be said
 * in numbers is what they do.
 */
export interface RuleSet {
  /** The set with the numbers that are stored with a new run. */
  readonly rules: Rules;
  /** time(condition) / time(baseline) with its interval; one value of each per round, nanoseconds. */
  ratio(condition: readonly number[], baseline: readonly number[], random: Random, rules: Rules): Interval;
  /** The smallest ratio that can be told from chance, from an A/A pair. @param smallest share below which nothing is called */
  floor(
    first: readonly number[],
    second: readonly number[],
    random: Random,
    smallest: number,
    rules: Rules,
  ): NoiseFloor;
  /** @param margin ratio up to which a difference does not matter, as the comparison declares it */
  compare(ratio: Interval, floor: NoiseFloor, rules: Rules, margin?: number): ComparisonVerdict;
  /**
   * What is compared where a clock told zero: `clamped` to one nanosecond, or `not-resolved`, so that nothing is said about it.
   */
  readonly zero: 'clamped' | 'not-resolved';
  /** A measure against a threshold of the same unit. */
  level(value: Interval, threshold: number, rules: Rules): ThresholdVerdict;
  /**
   * What becomes of "less processor time than the threshold" where the workers waited for a core so long that, with it, it might
   * have been as much.
   */
  readonly starved: 'judged' | 'not-judged';
  /**
   * A comparison is not judged where other programs had this share or more of the cores that the workers of a condition could have used, and
   * it would come out otherwise with what both lacked taken off. Infinity: it always is.
   */
  readonly leastLacked: number;
}
