/** A utility process that is running now. */
export interface RunningUtility {
  readonly pid: number;
  /** Which of the built entries it executes. */
  readonly entry: string;
  readonly label: string;
}

const running = new Map<string, RunningUtility>();
const listeners = new Set<() => void>();

/** The utility processes between their `spawn` and their `exit`, in the order in which they were spawned. */
export function runningUtilities(): readonly RunningUtility[] {
  return [...running.values()];
}

/** Calls the listener whenever one has been spawned or has gone. Returns the end of that. */
export function onUtilitiesChanged(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** For `startUtility` alone. `key` is unique among all utilities of this app. */
export function enrol(key: string, utility: RunningUtility): void {
  running.set(key, utility);
  for (const listener of listeners) listener();
}

/** For `startUtility` alone. */
export function strikeOff(key: string): void {
  if (!running.delete(key)) return;
  for (const listener of listeners) listener();
}
