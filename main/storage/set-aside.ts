import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from './atomic-write';
import type { UnlistedFile } from './file-notices';
import { makeFolders } from './folders';
import type { Folders } from './folders';

const longestName = 200;

/** Moves a file that cannot be a record out of the list; it is never deleted. What cannot be moved stays, and says so. */
export async function setFileAside(folders: Folders, file: string, reason: string): Promise<UnlistedFile> {
  const movedTo = join(folders.setAside, `${file.slice(0, longestName)}.${Date.now()}`);
  try {
    makeFolders(folders);
    await rename(join(folders.records, file), movedTo);
    return { file, reason, movedTo };
  } catch (error) {
    return { file, reason: `${reason} It could not be moved (${errorCode(error) ?? 'unknown cause'}).` };
  }
}
