import type { NumberRange } from '@core/experiments/workbench/check-choice';
import type { Names } from '@core/words/names';
import type { FieldProblem } from './workbench-form';

/** What is wrong with a field, in words; empty if nothing is. */
export function problemInWords(problem: FieldProblem | undefined, texts: Names): string {
  return problem ? texts.text(`form.problem.${problem.kind}`, problem.values) : '';
}

/** The range of a field and what it means, as a hint below it. */
export function hintInWords(
  range: Pick<NumberRange, 'minimum' | 'maximum'> | undefined,
  hint: string,
  texts: Names,
): string {
  if (!range) return hint;
  const { minimum, maximum } = range;
  return `${texts.text('form.range', { minimum, maximum })}. ${hint}`;
}
