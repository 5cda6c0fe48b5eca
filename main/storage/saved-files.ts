import { lstat } from 'node:fs/promises';
import { canBeOpened } from '@core/ipc/saved-file';
import { LabError } from '@core/ipc/envelope';

/** What the system does with a file; `open` answers with what went wrong, or with nothing. */
export interface FileOpener {
  readonly open: (path: string) => Promise<string>;
  readonly show: (path: string) => void;
}

export interface SavedFiles {
  /** Remembers a file that was written just now. */
  remember(path: string): Promise<void>;
  /**
   * Opens a file or shows it in its folder. Only one that was remembered, and is still the same file with the same content.
   * @throws LabError `invalid-request` for any other, `internal` if the system has no program for it
   */
  reveal(path: string, how: 'open' | 'show'): Promise<void>;
}

/** Most files that are remembered; the oldest are forgotten. */
const mostFiles = 100;

/** Files that the app has saved since it was started, by path and identity: the window can open nothing else. */
export function createSavedFiles(opener: FileOpener): SavedFiles {
  const identities = new Map<string, string>();

  return {
    async remember(path) {
      const identity = await identityOf(path);
      identities.delete(path);
      if (identity !== undefined) identities.set(path, identity);
      for (const oldest of [...identities.keys()].slice(0, -mostFiles)) identities.delete(oldest);
    },
    async reveal(path, how) {
      const known = identities.get(path);
      if (known === undefined)
        throw new LabError('invalid-request', 'Only a file that was just saved can be opened here.');
      if ((await identityOf(path)) !== known) {
        throw new LabError('invalid-request', 'The file is no longer the one that was saved. Open it from its folder.');
      }
      if (how === 'show') {
        opener.show(path);
        return;
      }
      if (!canBeOpened(path)) throw new LabError('invalid-request', 'A file of this kind is not opened from here.');
      const problem = await opener.open(path);
      if (problem !== '') throw new LabError('internal', `The system could not open the file: ${problem}`);
    },
  };
}

/**
 * Which file it is, and its state: device, number, size and time of change; undefined if it is gone or no plain file. A link is
 * not followed: it could point anywhere by the time the file is opened.
 */
async function identityOf(path: string): Promise<string | undefined> {
  try {
    const found = await lstat(path, { bigint: true });
    return found.isFile() ? `${found.dev}/${found.ino}/${found.size}/${found.mtimeNs}` : undefined;
  } catch {
    return undefined;
  }
}
