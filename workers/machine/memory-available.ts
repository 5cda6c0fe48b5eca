import os from 'node:os';
import { memoryRoomBytes } from './control-group';
import type { ReadText } from './read-text';

/**
 * Bytes that new programs can use without swapping: MemAvailable (Linux, man 5 proc, /proc/meminfo), elsewhere what the
 * system calls free, and no more than the control group's limit leaves.
 */
export function memoryAvailableBytes(read: ReadText): number {
  const kilobytes = /^MemAvailable:\s+(\d+) kB$/m.exec(read('/proc/meminfo') ?? '')?.[1];
  const available = kilobytes === undefined ? os.freemem() : Number(kilobytes) * 1024;
  return Math.min(available, memoryRoomBytes(read) ?? Number.POSITIVE_INFINITY);
}
