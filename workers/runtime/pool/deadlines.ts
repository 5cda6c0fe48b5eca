/** One timer for any number of deadlines, which are instants by `performance.now()`. */
export interface Deadlines {
  /** Makes sure that the check runs at this instant or soon after. */
  watch(deadlineMs: number): void;
  stop(): void;
}

/** `check` handles what is due and returns the next deadline, Infinity for none. */
export function createDeadlines(check: (nowMs: number) => number): Deadlines {
  let timer: NodeJS.Timeout | undefined;
  let dueMs = Infinity;

  function arm(deadlineMs: number): void {
    clearTimeout(timer);
    dueMs = deadlineMs;
    // A timer may fire up to 1 ms early; rounding up keeps it from finding nothing due.
    timer = setTimeout(due, Math.max(1, Math.ceil(deadlineMs - performance.now()) + 1));
  }

  function due(): void {
    dueMs = Infinity;
    const nextMs = check(performance.now());
    if (nextMs < dueMs) arm(nextMs);
  }

  return {
    watch(deadlineMs) {
      if (deadlineMs < dueMs) arm(deadlineMs);
    },
    stop() {
      clearTimeout(timer);
      dueMs = -Infinity;
    },
  };
}
