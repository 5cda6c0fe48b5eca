/** Ids of the runs whose race has played by itself since the window was loaded. */
const shown = new Set<string>();

/** True the first time that it is asked for a run: what plays by itself plays so once. */
export function isFirstShowing(runId: string): boolean {
  if (shown.has(runId)) return false;
  shown.add(runId);
  return true;
}
