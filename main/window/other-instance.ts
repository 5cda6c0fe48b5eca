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
