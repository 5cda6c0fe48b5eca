/** A lock for threads that share memory, made of one word of it. Its three states: nobody has it, somebody, somebody and others wait. */
const free = 0;
const held = 1;
const wanted = 2;

/** Looks at a held lock this often before it sleeps: to sleep and be woken takes longer than a short critical section. */
const usualLooks = 50;

export interface Mutex {
  /** Takes the lock if nobody has it. */
  tryLock(): boolean;
  /**
   * Takes the lock, and blocks this thread while another one has it.
   * @param timeoutMs gives up after so long; never where it is absent
   * @returns false if it gave up
   */
  lock(timeoutMs?: number): boolean;
  /** Gives the lock back, and wakes one of those who wait. @throws Error if nobody has it */
  unlock(): void;
}

export interface MutexOptions {
  /** How often it looks at a held lock before it sleeps; 50 unless given. */
  readonly looks?: number;
  /** Called before the thread sleeps, and when it is awake again; never for a lock that is had at once. */
  readonly onSleep?: () => void;
  readonly onWake?: () => void;
}

/**
 * A mutex on `Atomics.wait` and `Atomics.notify`. It is not fair (who comes at the right moment overtakes the sleepers), and
 * not reentrant: a thread that takes it twice waits for itself.
 * @param words shared memory; all threads that lock the same thing give the same word of it, which is 0 at first
 */
export function createMutex(
  words: Int32Array,
  index: number,
  { looks = usualLooks, onSleep, onWake }: MutexOptions = {},
): Mutex {
  const tryLock = (): boolean => Atomics.compareExchange(words, index, free, held) === free;

  /** From here on the word says that somebody waits: whoever unlocks must wake one. */
  function sleepUntilHad(untilMs: number): boolean {
    while (Atomics.exchange(words, index, wanted) !== free) {
      const leftMs = untilMs - performance.now();
      if (leftMs <= 0) return false;
      Atomics.wait(words, index, wanted, leftMs);
    }
    return true;
  }

  return {
    tryLock,
    lock(timeoutMs = Infinity) {
      for (let look = 0; look <= looks; look++) {
        if (Atomics.load(words, index) === free && tryLock()) return true;
      }
      onSleep?.();
      const isHad = sleepUntilHad(performance.now() + timeoutMs);
      onWake?.();
      return isHad;
    },
    unlock() {
      const before = Atomics.exchange(words, index, free);
      if (before === free) throw new Error('A mutex that nobody has cannot be unlocked.');
      if (before === wanted) Atomics.notify(words, index, 1);
    },
  };
}
