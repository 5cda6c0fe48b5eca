/** Looks between two readings of the clock: a reading takes as long as some of them. */
const looksPerReading = 500;

export interface BarrierOptions {
  /**
   * How long a thread looks whether the others are there before it sleeps, in milliseconds. While all of them look, the system
   * gives each a core of its own, if there are enough; those that sleep and wake each other it likes to put on one.
   */
  readonly looksMs: number;
  /** Called before the thread sleeps, and when it is awake again; never where the others come soon. */
  readonly onSleep?: () => void;
  readonly onWake?: () => void;
}

/**
 * A place at which so many threads meet, again and again: each blocks until all are there, and all go on within well under a
 * microsecond of each other while none of them had to sleep.
 * @param words shared memory, 0 at first; `index` counts who is there, `index + 1` the meetings
 */
export function createBarrier(
  words: Int32Array,
  index: number,
  parties: number,
  { looksMs, onSleep, onWake }: BarrierOptions,
): () => void {
  const meetings = index + 1;

  function isOverSoon(meeting: number): boolean {
    const untilMs = performance.now() + looksMs;
    do {
      for (let look = 0; look < looksPerReading; look++) {
        if (Atomics.load(words, meetings) !== meeting) return true;
      }
    } while (performance.now() < untilMs);
    return false;
  }

  return () => {
    const meeting = Atomics.load(words, meetings);
    if (Atomics.add(words, index, 1) === parties - 1) {
      Atomics.store(words, index, 0);
      Atomics.add(words, meetings, 1);
      Atomics.notify(words, meetings);
      return;
    }
    if (isOverSoon(meeting)) return;
    onSleep?.();
    while (Atomics.load(words, meetings) === meeting) Atomics.wait(words, meetings, meeting);
    onWake?.();
  };
}
