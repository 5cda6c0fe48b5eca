/** What a thread waits for, and who has it. */
export interface WaitFor {
  readonly who: number;
  /** The lock that it waits for. */
  readonly lock: number;
  /** Who has that lock. */
  readonly heldBy: number;
}

/**
 * A cycle in the graph of who waits for whom: the waits along it, beginning with that of its lowest member. Everybody on it waits
 * for the next, so nobody on it ever goes on. Undefined where there is none. Each waits for one lock at most.
 */
export function cycleOf(waits: readonly WaitFor[]): readonly WaitFor[] | undefined {
  const byWho = new Map(waits.map((wait) => [wait.who, wait]));
  for (const start of [...byWho.keys()].sort((a, b) => a - b)) {
    const path: WaitFor[] = [];
    let at = start;
    while (path.length <= byWho.size) {
      const wait: WaitFor | undefined = byWho.get(at);
      if (!wait) break;
      path.push(wait);
      if (wait.heldBy === start) return path;
      at = wait.heldBy;
    }
  }
  return undefined;
}
