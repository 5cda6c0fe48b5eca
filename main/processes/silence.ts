/** How long a process has given no sign of life, in the time in which main itself was awake. */
export interface Silence {
  /** Any message of it. */
  heard(): void;
  /**
   * Called at every look.
   * @param cpuTicks the CPU time that it has used; undefined where it cannot be read
   * @param isExcused true while it need not answer: then only messages and CPU time count, and nothing is counted against it
   * @returns milliseconds without a sign of life
   */
  look(nowMs: number, cpuTicks: number | undefined, isExcused: boolean): number;
}

/** @param everyMs between two looks: a longer time means that main was stopped or held up, and that is not its silence */
export function createSilence(everyMs: number, startMs: number): Silence {
  let silentMs = 0;
  let lastLookMs = startMs;
  let lastTicks: number | undefined;
  return {
    heard() {
      silentMs = 0;
    },
    look(nowMs, cpuTicks, isExcused) {
      silentMs += Math.min(nowMs - lastLookMs, 2 * everyMs);
      lastLookMs = nowMs;
      // Who computes cannot answer, and who computes is not dead.
      if (isExcused || (cpuTicks !== undefined && cpuTicks !== lastTicks)) silentMs = 0;
      lastTicks = cpuTicks;
      return silentMs;
    },
  };
}
