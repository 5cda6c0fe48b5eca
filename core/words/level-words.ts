import { measureUnits } from '../experiments/measures';
import type { LevelVerdict } from '../analysis/verdicts';
import { minimumRounds } from '../statistics/verdict';
import { formatMeasure, formatThreshold } from '../texts/format';
import type { TextValues } from '../texts/translate';

/** Path below `results.level` of the sentence for a level. */
export function levelKey({ verdict, value }: Pick<LevelVerdict, 'verdict' | 'value'>): string {
  return verdict === null || value === null ? 'not-measured' : verdict;
}

/**
 * The numbers of a level in words: `value`, `threshold`, `n`.
 * @param missing what stands for a value that was not measured
 */
export function levelValues(
  { measure, value, threshold, rounds }: LevelVerdict,
  missing: string,
): { readonly value: string; readonly threshold: string; readonly n: number } & TextValues {
  const unit = measureUnits[measure];
  return {
    value: value ? formatMeasure(unit, { ...value, n: rounds }) : missing,
    threshold: formatThreshold(unit, threshold),
    n: rounds,
  };
}

/** Path of the text for what could not be decided because there were too few rounds, whatever was asked. */
export const tooFewRounds = 'lesson.explain.too-few-rounds';

/** Path of the text that explains a level, below the experiment; the finding alone chooses it. */
export function levelExplanationPath({ part, condition, measure, finding, rounds }: LevelVerdict): string {
  if (finding === 'undecided' && rounds < minimumRounds) return tooFewRounds;
  if (finding === 'undecided' || finding === 'not-measured') return `lesson.explain.${finding}-level`;
  return `explanation.${part}.${condition}.${measure}.${finding}`;
}
