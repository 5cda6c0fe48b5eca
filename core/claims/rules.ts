/** How an experiment writes down its rules: part, what is looked at, and the verdicts that speak for the statement. */
import type { DecidedVerdict, LevelRule, OwnRule, RatioRule } from './claim-types';

export const faster: readonly DecidedVerdict[] = ['faster'];
export const notFaster: readonly DecidedVerdict[] = ['no-difference', 'slower'];

/** Where a statement says nothing about one core. */
export const manyCores = { needsCores: 2 } as const;

type Choices = Pick<RatioRule, 'needsCores' | 'pinned' | 'isContext'>;

/** A comparison of two conditions. */
export function ratio(
  part: string,
  condition: string,
  baseline: string,
  supports: readonly DecidedVerdict[],
  choices: Choices = {},
): OwnRule {
  return { kind: 'ratio', part, condition, baseline, supports, ...choices };
}

/** A measure of one condition against the threshold of its definition; the part `wages` knows `hiring` and `memory`. */
export function level(
  part: string,
  condition: string,
  measure: string,
  supports: LevelRule['supports'],
  choices: Pick<LevelRule, 'needsCores' | 'onlyIf'> = {},
): OwnRule {
  return { kind: 'level', part, condition, measure, supports, ...choices };
}
