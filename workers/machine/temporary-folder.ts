import { statfsSync } from 'node:fs';
import os from 'node:os';

/** Types of the file systems of Linux that keep everything in memory (man 2 statfs): tmpfs and ramfs. */
const inMemory: readonly number[] = [0x01021994, 0x858458f6];

/**
 * True if a folder is on a file system in memory, where `fsync` has nothing to do and no disk is measured. Null where
 * that cannot be told: the numbers of the types mean something else outside Linux.
 */
export function isInMemory(folder: string = os.tmpdir()): boolean | null {
  if (process.platform !== 'linux') return null;
  try {
    return inMemory.includes(statfsSync(folder).type);
  } catch {
    return null;
  }
}
