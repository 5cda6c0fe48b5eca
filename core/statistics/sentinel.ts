import { median } from './quantile';

/** A sentinel that took more than this many times the run's median marks its cell as disturbed. */
export const slowSentinelRatio = 1.3;

/**
 * Indices, ascending, of the sentinels slower than 1.3 times the median of all sentinels of the run. The sentinel
 * kernel is the same work every time, so such a cell ran while the machine was slowed from outside. Cells are flagged
 * and kept. Exactly 1.3 times is not flagged; without sentinels nothing is.
 * @param sentinelNs durations of the sentinel kernel in nanoseconds, in the order measured
 * @throws RangeError if a duration is not finite
 */
export function slowSentinels(sentinelNs: readonly number[]): number[] {
  if (sentinelNs.length === 0) {
    return [];
  }
  const limitNs = slowSentinelRatio * median(sentinelNs);
  return sentinelNs.flatMap((durationNs, index) => (durationNs > limitNs ? [index] : []));
}
