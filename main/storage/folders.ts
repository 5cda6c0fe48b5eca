import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describeWriteError } from './atomic-write';
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

/** Deletes temporary files of writes that a crash cut off; those of a process that still runs are left alone. */
function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = /\.(\d+)\.tmp$/.exec(name)?.[1];
    if (pid === undefined || isRunning(Number(pid))) continue;
    try {
      rmSync(join(folder, name), { force: true });
    } catch {
      // it is in the way of nothing, and the next start tries again
    }
  }
}
