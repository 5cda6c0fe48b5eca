/** Words of the shared memory: the lock, how many threads are ready, the counter, how many are inside at this moment. */
export const mutexWords = { lock: 0, ready: 16, counter: 32, inside: 48, length: 64 } as const;

export interface MutexTask {
  readonly memory: SharedArrayBuffer;
  readonly threads: number;
  readonly sections: number;
}

/** What a thread saw: how often it slept, and how often it was not alone in a critical section. */
export interface MutexAnswer {
  readonly slept: number;
  readonly intruders: number;
}
