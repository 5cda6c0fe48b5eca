/** Share by which two computations of one number may differ: another version of V8 may round a logarithm otherwise. */
const rounding = 1e-9;

/** Whether two numbers are the same but for rounding. */
export function isSameNumber(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= rounding * Math.max(Math.abs(a), Math.abs(b));
}

/** Whether two JSON values are the same, numbers but for rounding; the order of keys is no difference. */
export function isSame(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return isSameNumber(a, b);
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [entriesOf(a), entriesOf(b)];
  return (
    left.length === right.length &&
    left.every(([key, value]) => isSame(value, (b as Readonly<Record<string, unknown>>)[key]))
  );
}

function entriesOf(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, one]) => one !== undefined);
}
