import { readFileSync } from 'node:fs';
import type { CpuSource } from '@core/protocol/worker';

interface NewerProcess {
  readonly threadCpuUsage?: () => { readonly user: number; readonly system: number };
}

const schedstatPath = '/proc/thread-self/schedstat';

/** The best source of the calling thread's CPU time that this runtime offers. */
export function cpuSource(): CpuSource {
  if (readSchedstat() !== null) return 'schedstat';
  return (process as NewerProcess).threadCpuUsage ? 'threadCpuUsage' : 'none';
}

/** CPU time of the calling thread in nanoseconds since it began; null where neither source exists. */
export function threadCpuNs(source: CpuSource): number | null {
  switch (source) {
    case 'schedstat':
      return readSchedstat();
    case 'threadCpuUsage': {
      const usage = (process as NewerProcess).threadCpuUsage?.();
      return usage ? Math.round((usage.user + usage.system) * 1000) : null;
    }
    case 'none':
      return null;
  }
}

/** First field of schedstat: time spent on a CPU in nanoseconds (Linux, Documentation/scheduler/sched-stats). */
function readSchedstat(): number | null {
  try {
    const value = Number(readFileSync(schedstatPath, 'latin1').split(' ')[0]);
    return Number.isSafeInteger(value) ? value : null;
  } catch {
    return null; // not Linux, or a kernel without schedstats: the caller's source says so in the record
  }
}
