import { readFileSync } from 'node:fs';
import type { MemoryReading } from '@core/protocol/worker';

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
