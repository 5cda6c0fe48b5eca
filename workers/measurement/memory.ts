import { readFileSync } from 'node:fs';
import type { MemoryReading } from '@core/protocol/worker';
import type { HiringRecord } from '@core/record/events';

/** What hired workers cost in memory. */
export type MemoryCost = Pick<HiringRecord, 'memoryBytes' | 'memoryBasis'>;

/** Memory of the calling process and heap of the calling isolate, in bytes. Takes milliseconds: never while timing. */
export function readMemory(): MemoryReading {
  const usage = process.memoryUsage();
  return { processRssBytes: usage.rss, processPssBytes: proportionalSetSize(), heapBytes: usage.heapUsed };
}

/** Proportional set size (Linux, man 5 proc, smaps_rollup): pages shared by n processes count 1/n. Null elsewhere. */
function proportionalSetSize(): number | null {
  try {
    const match = /^Pss:\s+(\d+) kB/m.exec(readFileSync('/proc/self/smaps_rollup', 'latin1'));
    return match ? Number(match[1]) * 1024 : null;
  } catch {
    return null;
  }
}

/** The memory of several processes together, by the best that all of them can tell. */
export function sumOfMemory(readings: readonly MemoryReading[]): MemoryCost {
  const sum = (bytes: readonly (number | null)[]): number | null =>
    bytes.reduce((all, one) => (all === null || one === null ? null : all + one), 0);
  const pss = sum(readings.map(({ processPssBytes }) => processPssBytes));
  if (pss !== null) return { memoryBytes: pss, memoryBasis: 'pss' };
  const rss = sum(readings.map(({ processRssBytes }) => processRssBytes));
  return { memoryBytes: rss, memoryBasis: rss === null ? 'none' : 'rss' };
}
