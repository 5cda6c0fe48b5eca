import { upgrade1to2 } from './1-to-2';

/** The format that this program writes. */
export const currentFormat = 2;

/** A record or a journal's header as it was parsed from JSON, of any format. */
export type Json = Readonly<Record<string, unknown>>;

/** One step for each format that was ever written: from that one to the next. */
const steps: Readonly<Record<number, (json: Json) => Json>> = { 1: upgrade1to2 };

/** The format that a file says it has; undefined if it says none. */
export function formatOf(json: unknown): number | undefined {
  const version = isObject(json) ? json['schemaVersion'] : undefined;
  return typeof version === 'number' ? version : undefined;
}

/**
 * Brings a record to the current format, step by step. What is of no format that has a step (the current one, a newer one, no
 * record at all) comes back as it is: the schema says what is wrong with it. Nothing is changed in place.
 */
export function upgraded(json: unknown): unknown {
  let result = json;
  for (let step = stepFor(result); step && isObject(result); step = stepFor(result)) result = step(result);
  return result;
}

function stepFor(json: unknown): ((json: Json) => Json) | undefined {
  const format = formatOf(json);
  return format === undefined || !Object.hasOwn(steps, format) ? undefined : steps[format];
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
