/** How much CPU time a process has used without a word: who is alive and gets nowhere. */
export interface Standing {
  /** Any message of it. */
  heard(): void;
  /**
   * Called at every look.
   * @param cpuTicks the CPU time that it has used; undefined where it cannot be read or need not be
   * @returns CPU time since the first look after its last message, in ms
   */
  look(cpuTicks: number | undefined): number;
}

/** The system counts in hundredths of a second (USER_HZ, which is 100 for every program on Linux). */
const tickMs = 10;

/** CPU time and not the clock: who is kept waiting by other programs, or was stopped, is not to blame. */
export function createStanding(): Standing {
  let from: number | undefined;
  return {
    heard() {
      from = undefined;
    },
    look(cpuTicks) {
      if (cpuTicks === undefined) {
        from = undefined;
        return 0;
      }
      from ??= cpuTicks;
      return (cpuTicks - from) * tickMs;
    },
  };
}
