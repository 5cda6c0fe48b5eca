import { accessSync, constants, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describeWriteError, errorCode } from './atomic-write';
import { isRunning } from '../runs/process-identity';

/** Where everything is kept, below the app's user data folder. */
export interface Folders {
  readonly home: string;
  readonly records: string;
  /** Unreadable files, moved here with their name and never deleted. */
  readonly setAside: string;
  /** Records a person removed; they can be restored. */
  readonly removed: string;
  /** Journals of runs that are going on, or were when their app ended. */
  readonly active: string;
  /** What the list remembers of the records, so that they need not be read again. */
  readonly summaries: string;
}

/** Makes what is missing of them. @throws LabError `disk-full` or `not-writable`, naming the folder */
export function openFolders(home: string): Folders {
  const records = join(home, 'records');
  const folders = {
    home,
    records,
    setAside: join(records, 'set-aside'),
    removed: join(records, 'removed'),
    active: join(home, 'active'),
    summaries: join(home, 'summaries.jsonl'),
  };
  mustTake(home);
  makeFolders(folders);
  removeLeftovers(home);
  removeLeftovers(records);
  removeLeftovers(folders.active);
  return folders;
}

/** Makes what is missing of them, also those that went away while the app runs. @throws as `openFolders` */
export function makeFolders(folders: Folders): void {
  for (const folder of [folders.setAside, folders.removed, folders.active]) {
    try {
      mkdirSync(folder, { recursive: true });
    } catch (error) {
      throw describeWriteError(`The data folder ${folder}`, error);
    }
  }
}

/** Making folders in it would say no more than that something is missing. @throws LabError with the reason that counts */
function mustTake(home: string): void {
  try {
    accessSync(home, constants.W_OK);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw describeWriteError(`The data folder ${home}`, error);
  }
}

/** No write takes longer. */
const writtenWithinMs = 10 * 60_000;

/** Deletes temporary files of writes that a crash cut off; those of a process that still runs are left alone. */
function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = /\.(\d+)\.tmp$/.exec(name)?.[1];
    if (pid === undefined || isRunning(Number(pid))) continue;
    try {
      // A pid of another container means nothing here: what is being written there is young.
      if (Date.now() - statSync(join(folder, name)).mtimeMs < writtenWithinMs) continue;
      rmSync(join(folder, name), { force: true });
    } catch {
      // it is in the way of nothing, and the next start tries again
    }
  }
}
