import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning } from '../runs/process-identity';

/** Makes a folder for temporary files whose name tells which process it belongs to. @throws an error of node:fs */
export function makeProcessFolder(prefix: string): string {
  return mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
}

/** Removes the folders with this prefix whose process has ended. */
export function removeLeftFolders(prefix: string): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length).split('-')[0]) : Number.NaN;
    if (Number.isInteger(pid) && !isRunning(pid)) removeFolder(join(tmpdir(), name));
  }
}

/** Removes a folder with all that is in it. Leftovers of another user, or files that are being written, stay. */
export function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 2 });
  } catch {
    // it is in the way of nothing, and the next start tries again
  }
}
