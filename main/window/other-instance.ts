import { readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning } from '../runs/process-identity';

/**
 * Whether the single-instance lock was refused because a first instance lives, or because none could be made. Chromium's lock
 * on Linux is a link to "host-pid"; elsewhere a refusal always means that there is a first one.
 * @param dataFolder the app's user data folder
 */
export function otherInstanceLives(dataFolder: string): boolean {
  if (process.platform !== 'linux') return true;
  try {
    const pid = Number(/-(\d+)$/.exec(readlinkSync(join(dataFolder, 'SingletonLock')))?.[1]);
    return pid !== process.pid && isRunning(pid);
  } catch {
    return false;
  }
}

/** Longest name of TMPDIR, in bytes, with which Chromium's socket in it fits into the 108 that the system allows. */
const longestFolder = 60;

/**
 * Chromium's single-instance lock is a socket in a folder below TMPDIR; where its name gets too long, Chromium ends the app
 * without a word. For the time of `take` the system's own folder is used then.
 */
export function withShortTemporaryFolder<T>(take: () => T): T {
  const own = process.env['TMPDIR'];
  if (process.platform !== 'linux' || own === undefined || Buffer.byteLength(own) <= longestFolder) return take();
  process.env['TMPDIR'] = '/tmp';
  try {
    return take();
  } finally {
    process.env['TMPDIR'] = own;
  }
}
