import { readFileSync } from 'node:fs';

/** What Linux counts for one process. */
export interface ProcessCounters {
  /** CPU time of all its threads, user and system, since it began, in seconds; resolution one tick (10 ms). */
  readonly cpuSeconds: number;
  /** Resident set in bytes. */
  readonly residentBytes: number;
  /** CPU time of its children that have ended and were waited for, and of theirs, in seconds. */
  readonly endedChildrenSeconds: number;
}

interface SystemUnits {
  readonly ticksPerSecond: number;
  readonly pageBytes: number;
}

/** Entries of the auxiliary vector (man 3 getauxval): page size and ticks per second of the system's accounting. */
const pageSizeEntry = 6n;
const clockTicksEntry = 17n;

/** Pairs of 64-bit words, type and value, in the machine's byte order (little endian wherever the lab runs). */
export function unitsOf(auxiliaryVector: Buffer): SystemUnits | undefined {
  const values = new Map<bigint, number>();
  for (let at = 0; at + 16 <= auxiliaryVector.length; at += 16) {
    values.set(auxiliaryVector.readBigUInt64LE(at), Number(auxiliaryVector.readBigUInt64LE(at + 8)));
  }
  const [pageBytes, ticksPerSecond] = [values.get(pageSizeEntry), values.get(clockTicksEntry)];
  return pageBytes && ticksPerSecond ? { pageBytes, ticksPerSecond } : undefined;
}

/**
 * Fields 14 to 17 and 24 of /proc/<pid>/stat (man 5 proc): user and system ticks, those of its children, resident pages. The name before them may
 * hold spaces and parentheses, but ends with the last ")". Undefined if the text is not of that form.
 */
export function countersOf(stat: string, { ticksPerSecond, pageBytes }: SystemUnits): ProcessCounters | undefined {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [user, system, childUser, childSystem, pages] = [11, 12, 13, 14, 21].map((at) => Number(fields[at]));
  const seconds = (one = Number.NaN, other = Number.NaN): number => (one + other) / ticksPerSecond;
  const cpuSeconds = seconds(user, system);
  const endedChildrenSeconds = seconds(childUser, childSystem);
  const residentBytes = (pages ?? Number.NaN) * pageBytes;
  if (![cpuSeconds, residentBytes, endedChildrenSeconds].every(Number.isFinite)) return undefined;
  return { cpuSeconds, residentBytes, endedChildrenSeconds };
}

/** Reads counters of other processes and their threads. */
export interface CounterReader {
  /** Undefined if the process has gone. */
  process(pid: number): ProcessCounters | undefined;
  /** CPU time of a thread since it began, in seconds, from its `schedstat` (nanoseconds); undefined if it has gone. */
  threadSeconds(pid: number, tid: number): number | undefined;
}

/** A reader of `/proc`; undefined where there is none (other systems than Linux). */
export function createCounterReader(): CounterReader | undefined {
  const auxiliaryVector = attempt(() => readFileSync('/proc/self/auxv'));
  const units = auxiliaryVector && unitsOf(auxiliaryVector);
  if (!units) return undefined;
  return {
    process(pid) {
      const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, 'latin1'));
      return stat === undefined ? undefined : countersOf(stat, units);
    },
    threadSeconds(pid, tid) {
      const text = attempt(() => readFileSync(`/proc/${pid}/task/${tid}/schedstat`, 'latin1'));
      const nanoseconds = Number(text?.split(' ')[0]);
      return Number.isFinite(nanoseconds) ? nanoseconds / 1e9 : undefined;
    },
  };
}

/** A process may end between any two readings: that is no failure. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
