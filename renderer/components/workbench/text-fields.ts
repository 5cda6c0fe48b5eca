import { workbenchSchema } from '@core/experiments/workbench/choice';
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

export interface FieldRange {
  /** In the units of the form. */
  readonly minimum: number;
  readonly maximum: number;
  readonly isWhole: boolean;
}

interface PipeItem {
  readonly type: string;
  readonly requirement?: unknown;
}

/** What a typed number may be, read from the schema that main checks it by; undefined for a field that is not typed. */
export function rangeOf(field: keyof WorkbenchChoice): FieldRange | undefined {
  const definition = textFields.find(({ id }) => id === field);
  if (!definition) return undefined;
  const schema = workbenchSchema.entries[definition.id];
  const items: readonly PipeItem[] = 'wrapped' in schema ? itemsOf(schema.wrapped) : itemsOf(schema);
  const requirement = (type: string): number => {
    const value = Number(items.find((item) => item.type === type)?.requirement);
    return Number((value * definition.scale).toPrecision(12));
  };
  return {
    minimum: requirement('min_value'),
    maximum: requirement('max_value'),
    isWhole: items.some(({ type }) => type === 'integer') && definition.scale === 1,
  };
}

/** A pipe may begin with another pipe. */
function itemsOf(schema: { readonly pipe: readonly PipeItem[] }): PipeItem[] {
  return schema.pipe.flatMap((item) =>
    'pipe' in item ? itemsOf(item as PipeItem & { readonly pipe: readonly PipeItem[] }) : [item],
  );
}
