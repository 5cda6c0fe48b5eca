/** Fields a person may change without changing what was measured; the hash leaves them out. */
const unsealedFields: ReadonlySet<string> = new Set(['title', 'tags', 'notes', 'hash']);

/**
 * The text whose SHA-256 seals a record: JSON with keys sorted at every level, without title, tags, notes and hash.
 * Follows the idea of RFC 8785 (JSON Canonicalization Scheme); numbers are written as ECMAScript writes them.
 */
export function canonicalText(record: Readonly<Record<string, unknown>>): string {
  const sealed = Object.fromEntries(Object.entries(record).filter(([key]) => !unsealedFields.has(key)));
  return JSON.stringify(sealed, sortKeys);
}

function sortKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
