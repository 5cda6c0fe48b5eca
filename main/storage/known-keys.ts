import * as v from 'valibot';

type Path = readonly (string | number)[];
type Tree = Record<string | number, unknown>;

/** A file of a newer or older version, as far as this one understands it. */
export interface KnownKeys<T> {
  readonly value: T;
  /** What this version does not know: kept, and written again where its parent still is. */
  readonly unknown: readonly { readonly path: Path; readonly value: unknown }[];
  /** Names of what was there with a value that this version cannot use. */
  readonly reset: readonly string[];
}

/** More faults than this are no settings of any version. */
const mostFaults = 1000;

/**
 * Reads by a schema that allows no unknown keys. An unknown key is set apart; a wrong value takes away the smallest thing that may
 * be absent, or is replaced by its default.
 * @returns undefined if nothing can be made of it
 */
export function readKnownKeys<S extends v.GenericSchema>(
  schema: S,
  raw: unknown,
  defaults: v.InferOutput<S>,
): KnownKeys<v.InferOutput<S>> | undefined {
  if (!isTree(raw)) return undefined;
  const value = structuredClone(raw);
  const unknown: { path: Path; value: unknown }[] = [];
  let reset: Path[] = [];
  for (let fault = 0; fault < mostFaults; fault++) {
    const result = v.safeParse(schema, value, { abortEarly: true });
    if (result.success) return { value: result.output, unknown, reset: reset.map((path) => path.join('.')) };
    const [issue] = result.issues;
    const items = issue.path ?? [];
    const path = items.map(({ key }) => key as string | number);
    if (path.length === 0) return undefined;
    const isUnknown = items.at(-1)?.origin === 'key' && hasAt(value, path);
    if (isUnknown) {
      unknown.push({ path, value: at(value, path) });
      removeAt(value, path);
      continue;
    }
    // A key that is missing cannot be taken away: its parent is. An element of a list takes the list with it.
    const wrong = hasAt(value, path) && isTree(at(value, path.slice(0, -1))) ? path : restore(value, path, defaults);
    if (wrong === undefined) continue;
    if (wrong.length === 0) return undefined;
    reset = [...reset.filter((one) => !startsWith(one, wrong)), wrong];
    removeAt(value, wrong);
  }
  return undefined;
}

/** The known part with everything unknown in its old place, to be written. */
export function withUnknownKeys({ value, unknown }: Omit<KnownKeys<unknown>, 'reset'>): unknown {
  const whole: unknown = structuredClone(value);
  for (const { path, value: kept } of unknown) {
    const parent = at(whole, path.slice(0, -1));
    const key = path.at(-1);
    // `__proto__` would not become a key.
    if (isTree(parent) && key !== undefined && key !== '__proto__' && !Object.hasOwn(parent, key)) parent[key] = kept;
  }
  return whole;
}

/** Puts the default in the place of what is missing. @returns what must go instead, if there is no default */
function restore(value: unknown, path: Path, defaults: unknown): Path | undefined {
  const parent = at(value, path.slice(0, -1));
  if (!isTree(parent) || !hasAt(defaults, path)) return path.slice(0, -1);
  const key = path.at(-1);
  if (key !== undefined) parent[key] = structuredClone(at(defaults, path));
  return undefined;
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Tree)[key] : undefined),
    value,
  );
}

function hasAt(value: unknown, path: Path): boolean {
  const parent = at(value, path.slice(0, -1));
  const key = path.at(-1);
  return typeof parent === 'object' && parent !== null && key !== undefined && Object.hasOwn(parent, key);
}

function removeAt(value: unknown, path: Path): void {
  const parent = at(value, path.slice(0, -1));
  const key = path.at(-1);
  if (isTree(parent) && key !== undefined) Reflect.deleteProperty(parent, key);
}

function startsWith(path: Path, start: Path): boolean {
  return start.every((key, index) => path[index] === key);
}
