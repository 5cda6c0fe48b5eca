import { openSync, readSync } from 'node:fs';

/** What the scheduler (Linux) says of a thread since it began, in nanoseconds. */
export interface SchedTimes {
  /** Time on a core. */
  readonly cpuNs: number;
  /** Time in which it was ready to run but another one had the core. */
  readonly waitedNs: number;
}

const space = 32;
const zero = 48;

/**
 * The first two fields of `/proc/<pid>/task/<tid>/schedstat` (Linux, Documentation/scheduler/sched-stats): time spent on the
 * CPU and time spent waiting on a run queue, in nanoseconds. Parsed without making a string: it is read between tasks.
 * @returns null for a text of another form
 */
export function parseSchedstat(text: Uint8Array, length: number): SchedTimes | null {
  let cpuNs = -1;
  let value = 0;
  let digits = 0;
  for (let index = 0; index < length; index++) {
    const code = text[index] ?? 0;
    if (code >= zero && code <= zero + 9) {
      value = value * 10 + code - zero;
      digits++;
      continue;
    }
    if (digits === 0 || !Number.isSafeInteger(value)) return null;
    if (cpuNs >= 0) return { cpuNs, waitedNs: value };
    if (code !== space) return null;
    cpuNs = value;
    value = 0;
    digits = 0;
  }
  return null;
}

/** Reads one thread's times; null where the system does not tell. */
export type SchedReader = () => SchedTimes | null;

/**
 * A reader that keeps the file open: each reading is one `pread` at 0, for which procfs makes the text anew (3 µs; opening,
 * reading and closing takes 30 µs).
 * @param path by default that of the thread that creates the reader, wherever it is called later
 */
export function createSchedReader(path = '/proc/thread-self/schedstat'): SchedReader {
  const text = new Uint8Array(128);
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return () => null; // not Linux, or a kernel without these counters: the record says that it is not told
  }
  const read = (): SchedTimes | null => {
    try {
      return parseSchedstat(text, readSync(file, text, 0, text.length, 0));
    } catch {
      return null;
    }
  };
  return read;
}
