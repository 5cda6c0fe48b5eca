import type { NumberRange } from '@core/experiments/workbench/check-choice';
import type { ChartTexts } from '../../charts/chart-theme';
import type { FieldProblem } from './workbench-form';

/** What is wrong with a field, in words; empty if nothing is. */
export function problemInWords(problem: FieldProblem | undefined, texts: ChartTexts): string {
  return problem ? texts.of(`form.problem.${problem.kind}`, problem.values) : '';
}

/** The range of a field and what it means, as a hint below it. */
export function hintInWords(
  range: Pick<NumberRange, 'minimum' | 'maximum'> | undefined,
  hint: string,
  texts: ChartTexts,
): string {
  if (!range) return hint;
  const { minimum, maximum } = range;
  return `${texts.of('form.range', { minimum, maximum })}. ${hint}`;
}
