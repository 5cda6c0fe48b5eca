/** The page of a record, by its id or its name (`nameOf`), which may hold anything that a file's name may. */
export function recordPath(name: string): string {
  return `/notebook/${encodeURIComponent(name)}`;
}
