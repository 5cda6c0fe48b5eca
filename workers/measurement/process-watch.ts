import type { CellRecord } from '@core/record/events';

/** Reading the resident set takes tens of microseconds, on a thread that waits for answers meanwhile. */
const samplePeriodMs = 10;

/** What the calling process used while it was watched. */
export interface ProcessWatch {
  /** Ends the watch. CPU time of all threads in nanoseconds; memory in bytes, where it was asked for. */
  end(): NonNullable<CellRecord['process']>;
}

/**
 * Watches the calling process from now on.
 * @param withMemory also sample its resident set every 10 ms: a thread that is held up for longer misses samples, never adds any
 */
export function beginProcessWatch(withMemory: boolean): ProcessWatch {
  const readResident = (): number => process.memoryUsage.rss();
  const beforeBytes = withMemory ? readResident() : 0;
  let mostBytes = beforeBytes;
  const sample = (): void => {
    mostBytes = Math.max(mostBytes, readResident());
  };
  const timer = withMemory ? setInterval(sample, samplePeriodMs) : undefined;
  const before = process.cpuUsage();
  return {
    end() {
      const { user, system } = process.cpuUsage(before);
      clearInterval(timer);
      const cpuNs = Math.round((user + system) * 1e3);
      if (!withMemory) return { cpuNs };
      sample();
      return { cpuNs, resident: { beforeBytes, mostBytes } };
    },
  };
}
