import * as v from 'valibot';
import { taskTimesSchema, workbenchSchema } from './choice';
import type { TaskTimes, WorkbenchChoice } from './choice';

/** What is wrong with one field of a choice. */
export interface ChoiceProblem {
  readonly field: keyof WorkbenchChoice;
  /** Set if a list has more entries than this. */
  readonly atMost?: number;
}

export interface CheckedChoice {
  /** Undefined as long as there is a problem. */
  readonly choice: WorkbenchChoice | undefined;
  /** At most one per field. */
  readonly problems: readonly ChoiceProblem[];
}

/** Checks what a person has put together by the schema that main checks a request by. */
export function checkChoice(candidate: unknown): CheckedChoice {
  const parsed = v.safeParse(workbenchSchema, candidate);
  if (parsed.success) return { choice: parsed.output, problems: [] };
  const problems = new Map<string, ChoiceProblem>();
  for (const issue of parsed.issues) {
    const field = issue.path?.[0].key as keyof WorkbenchChoice;
    if (problems.has(field)) continue;
    problems.set(field, issue.type === 'max_length' ? { field, atMost: issue.requirement } : { field });
  }
  return { choice: undefined, problems: [...problems.values()] };
}

export interface NumberRange {
  readonly minimum: number;
  readonly maximum: number;
  readonly isWhole: boolean;
}

interface PipeItem {
  readonly type: string;
  readonly requirement?: unknown;
}

/** What a number of a choice may be, as the schema has it; undefined for a field that is no number. */
export function rangeOf(field: keyof WorkbenchChoice): NumberRange | undefined {
  const schema = workbenchSchema.entries[field];
  return rangeIn('wrapped' in schema ? itemsOf(schema.wrapped) : itemsOf(schema));
}

function rangeIn(items: readonly PipeItem[]): NumberRange | undefined {
  const requirement = (type: string): number | undefined => {
    const value = items.find((item) => item.type === type)?.requirement;
    return typeof value === 'number' ? value : undefined;
  };
  const [minimum, maximum] = [requirement('min_value'), requirement('max_value')];
  if (minimum === undefined || maximum === undefined) return undefined;
  return { minimum, maximum, isWhole: items.some(({ type }) => type === 'integer') };
}

/** Whether a time of a task is one that a search can be made for. @param value in milliseconds */
export function checkTime(field: keyof TaskTimes, value: number): boolean {
  return v.safeParse(taskTimesSchema.entries[field], value).success;
}

/** What the times of a task may be, in milliseconds. */
export const timeRanges: Readonly<Record<keyof TaskTimes, Pick<NumberRange, 'minimum' | 'maximum'>>> = {
  cpuMs: rangeIn(itemsOf(taskTimesSchema.entries.cpuMs)) ?? { minimum: 0, maximum: 0 },
  waitingMs: rangeIn(itemsOf(taskTimesSchema.entries.waitingMs)) ?? { minimum: 0, maximum: 0 },
};

/** The rules of a schema; a pipe may begin with another pipe. */
function itemsOf(schema: object): PipeItem[] {
  if (!('pipe' in schema)) return [];
  return (schema.pipe as readonly PipeItem[]).flatMap((item, index) =>
    index === 0 && 'pipe' in item && item !== schema ? itemsOf(item) : [item],
  );
}
