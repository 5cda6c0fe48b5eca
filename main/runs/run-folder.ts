import { makeProcessFolder, removeFolder, removeLeftFolders } from '../storage/process-folder';

/** A folder that belongs to one run: the files that its tasks write, and its database. */
export interface RunFolder {
  readonly path: string;
  /** Removes it with all that is in it. What cannot be removed is removed at a later start. */
  remove(): void;
}

const prefix = 'concurrency-lab-run-';

/** Makes the folder, and removes those of runs whose program was killed. @throws an error of node:fs */
export function createRunFolder(): RunFolder {
  removeLeftFolders(prefix);
  const path = makeProcessFolder(prefix);
  return {
    path,
    remove: () => {
      removeFolder(path);
    },
  };
}
