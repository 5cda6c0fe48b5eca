/** More values than this are not looked through: a large message costs more than the way it is written. */
const mostValues = 400;
const longestText = 4096;

/**
 * True if a value is small and comes back from JSON as it was: null, booleans, finite numbers but minus zero, strings, dense
 * arrays and plain objects of these. That an object occurs twice in it is lost, as it is for everything that is told apart by
 * content alone.
 */
export function isPlain(value: unknown): boolean {
  return valuesLeft(value, mostValues) >= 0;
}

/** How many more values may be looked at after this one; negative if it is not plain, or there are too many. */
function valuesLeft(value: unknown, most: number): number {
  switch (typeof value) {
    case 'string':
      return value.length <= longestText && isWellFormed(value) ? most - 1 : -1;
    case 'boolean':
      return most - 1;
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0) ? most - 1 : -1;
    case 'object':
      return value === null ? most - 1 : membersLeft(value, most - 1);
    default:
      return -1;
  }
}

function membersLeft(value: object, most: number): number {
  let left = most;
  if (Array.isArray(value)) {
    if (Object.getPrototypeOf(value) !== Array.prototype) return -1;
    // A hole reads as undefined, which is not plain.
    for (let at = 0; at < value.length && left >= 0; at++) left = valuesLeft(value[at], left);
    return left;
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return -1;
  for (const key of Object.keys(value)) {
    if (left < 0) return -1;
    if (!isWellFormed(key)) return -1;
    left = valuesLeft((value as Readonly<Record<string, unknown>>)[key], left);
  }
  return left;
}

/** Half of a surrogate pair does not survive UTF-8. */
function isWellFormed(text: string): boolean {
  return !/[\uD800-\uDFFF]/u.test(text);
}
