import type { LoadSample } from '@core/ipc/monitor';

/** A sample of a machine with as many cores as shares are given; 4 a second. */
export function loadSample(
  sequence: number,
  perCore: readonly number[] = [0.5, 0.25],
  atMs = 250 * sequence,
): LoadSample {
  return { type: 'load', sequence, atMs, perCore: [...perCore], memoryUsedBytes: 1e9, memoryTotalBytes: 2e9 };
}
