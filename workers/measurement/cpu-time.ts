import type { CpuSource } from '@core/protocol/worker';
import { createSchedReader } from './schedstat';

interface NewerProcess {
  readonly threadCpuUsage?: () => { readonly user: number; readonly system: number };
}

// Each thread loads this module for itself, so the file that is kept open is its own.
const readOwn = createSchedReader();

/** The best source of the calling thread's CPU time that this runtime offers. */
export function cpuSource(): CpuSource {
  if (readOwn() !== null) return 'schedstat';
  return (process as NewerProcess).threadCpuUsage ? 'threadCpuUsage' : 'none';
}

/** CPU time of the calling thread in nanoseconds since it began; null where neither source exists. */
export function threadCpuNs(source: CpuSource): number | null {
  switch (source) {
    case 'schedstat':
      return readOwn()?.cpuNs ?? null;
    case 'threadCpuUsage': {
      const usage = (process as NewerProcess).threadCpuUsage?.();
      return usage ? Math.round((usage.user + usage.system) * 1000) : null;
    }
    case 'none':
      return null;
  }
}

/**
 * Time for which the calling thread was ready to run but had no core, in nanoseconds since it began; null where the system
 * does not tell (it is Linux alone that does).
 */
export function threadWaitedNs(): number | null {
  return readOwn()?.waitedNs ?? null;
}
