/** The run's clock: integer nanoseconds since the run's start, the same origin in every thread and process. */
export interface RunClock {
  readonly originNs: bigint;
  /** Nanoseconds since the origin. A number is exact up to 104 days. */
  readonly now: () => number;
}

/**
 * `process.hrtime` is CLOCK_MONOTONIC (Linux), mach_absolute_time (macOS) or QueryPerformanceCounter (Windows): one
 * clock for the whole machine, so times taken in different processes can be compared.
 */
export function createClock(originNs: bigint = process.hrtime.bigint()): RunClock {
  return { originNs, now: () => Number(process.hrtime.bigint() - originNs) };
}
