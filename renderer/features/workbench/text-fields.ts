import { rangeOf } from '@core/experiments/workbench/check-choice';
import type { NumberRange } from '@core/experiments/workbench/check-choice';
import type { WorkbenchChoice } from '@core/experiments/workbench/choice';

interface TextFieldDefinition {
  /** What one unit of the choice is in the form: shares are typed as percent. */
  readonly scale: 1 | 100;
  /** An empty field means "none". */
  readonly optional: boolean;
}

const plain: TextFieldDefinition = { scale: 1, optional: false };
const percent: TextFieldDefinition = { scale: 100, optional: false };

/** The numbers of a choice that are typed. */
export const textFields = [
  { id: 'taskMs', ...plain },
  { id: 'tasks', ...plain },
  { id: 'waitShare', ...percent },
  { id: 'jitterShare', ...percent },
  { id: 'chunkMs', ...plain },
  { id: 'targetWidth', ...percent, optional: true },
  { id: 'memoryLimitMb', ...plain, optional: true },
  { id: 'taskTimeoutMs', ...plain, optional: true },
] as const satisfies readonly (TextFieldDefinition & { readonly id: keyof WorkbenchChoice })[];
export type TextField = (typeof textFields)[number]['id'];

/** A range in the units of the form; without the tail of binary fractions. */
export function scaled({ minimum, maximum, isWhole }: NumberRange, scale: number): NumberRange {
  const inForm = (value: number): number => Number((value * scale).toPrecision(12));
  return { minimum: inForm(minimum), maximum: inForm(maximum), isWhole };
}

/** What may be typed into a field, in the units of the form. */
export function typedRangeOf(field: TextField): NumberRange | undefined {
  const range = rangeOf(field);
  return range && scaled(range, textFields.find(({ id }) => id === field)?.scale ?? 1);
}
