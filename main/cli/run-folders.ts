import { app } from 'electron';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LabError } from '@core/ipc/envelope';
import { describeWriteError } from '../storage/atomic-write';
import { openFolders } from '../storage/folders';
import type { Folders } from '../storage/folders';
import { makeProcessFolder, removeFolder } from '../storage/process-folder';
import { tell } from './output';
import type { RunOptions } from './run-options';

/** Not among the folders that a later command removes: a record or a journal may be in it. */
const standInPrefix = 'concurrency-lab-kept-';
/** As much as the first lines of a journal take. */
const probeBytes = 16_384;

/** The folders of a run, and how to leave them when it has ended. */
export interface RunFolders {
  readonly folders: Folders;
  /** Where journals are and what becomes of them, as the end of a sentence. */
  readonly journals: string;
  readonly leave: () => void;
}

/**
 * Opens the data folder for a run. Where it takes nothing, a run whose record goes into a file needs it only for the journal:
 * then a folder for temporary files stands in for it, and stays if anything is left in it.
 * @throws LabError `disk-full` or `not-writable`
 */
export function openRunFolders({ json, save }: Pick<RunOptions, 'json' | 'save'>): RunFolders {
  try {
    const folders = openFolders(app.getPath('userData'));
    tryOut(folders);
    const journals = 'in the data folder; the next run or start of the window puts it into the Notebook.';
    return { folders, journals, leave: () => undefined };
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
    if (save || json === undefined || json === '-') {
      const also = save ? '' : ' A run that names a file with --json does without.';
      throw new LabError(error.code, `${error.message}${also}`, { cause: error });
    }
    const place = makeProcessFolder(standInPrefix);
    tell(`${error.message} This run does without: until its record is written, what is measured is kept in ${place}.`);
    const folders = openFolders(place);
    return {
      folders,
      journals: `in ${folders.active}; in the folder "active" of a data folder the next start puts it into the Notebook.`,
      leave() {
        if (isEmpty(folders)) removeFolder(place);
      },
    };
  }
}

/** A folder that is there already may be on a disk that is full or takes nothing. */
function tryOut({ active, records }: Folders): void {
  for (const folder of [active, records]) {
    const probe = join(folder, `.lab-probe.${process.pid}.tmp`);
    try {
      writeFileSync(probe, Buffer.alloc(probeBytes));
    } catch (error) {
      throw describeWriteError(`The data folder ${folder}`, error);
    } finally {
      rmSync(probe, { force: true });
    }
  }
}

function isEmpty({ active, records, setAside, removed }: Folders): boolean {
  const files = [active, setAside, removed].flatMap((folder) => readdirSync(folder));
  return (
    files.length === 0 &&
    readdirSync(records).every((name) => join(records, name) === setAside || join(records, name) === removed)
  );
}
