import { constants } from 'node:fs';
import { open, readlink, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { LabError } from '@core/ipc/envelope';

const retryCodes: ReadonlySet<string> = new Set(['EPERM', 'EACCES', 'EBUSY']);
const renameTries = 50;
const renameWaitMs = 20;
const mostLinks = 40;
let written = 0;

/**
 * Writes a whole file or nothing: temporary file in the same folder, fsync, rename, fsync of the folder. On Windows a
 * rename that another program holds up is tried for a second. A device or a pipe is written to, never replaced.
 * @throws LabError `disk-full` or `not-writable`, naming the file; links are followed, the link stays; the old file is intact and nothing is left beside it
 */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  if (await isDevice(path)) {
    await writeThrough(path, content);
    return;
  }
  let temporary: string | undefined;
  try {
    const target = await linkTarget(path);
    // A short name of its own: a name that is as long as it may be cannot grow.
    temporary = join(dirname(target), `.lab-${(written += 1)}.${process.pid}.tmp`);
    const file = await open(temporary, 'w');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await renameWithRetry(temporary, target);
    await syncFolder(dirname(target));
  } catch (error) {
    if (temporary !== undefined) await rm(temporary, { force: true }).catch(() => undefined);
    throw describeWriteError(path, error);
  }
}

/**
 * What a path stands for in the end: links are followed, also to a file that is not there yet.
 * @throws an error of node:fs, `ELOOP` for links in a circle
 */
export async function linkTarget(path: string): Promise<string> {
  let target = path;
  for (let links = 0; links < mostLinks; links++) {
    try {
      target = resolve(dirname(target), await readlink(target));
    } catch (error) {
      const code = errorCode(error);
      // Not a link, or nothing there: this is where it ends.
      if (code === 'EINVAL' || code === 'ENOENT' || code === 'UNKNOWN') return target;
      throw error;
    }
  }
  throw Object.assign(new Error(`too many links: ${path}`), { code: 'ELOOP' });
}

/** True for what is neither a file nor a folder, such as /dev/stdout: renaming over it would destroy it. */
async function isDevice(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => !found.isFile() && !found.isDirectory(),
    () => false,
  );
}

/**
 * Waits for the reader of a pipe without blocking a thread in the system: the app could not even end then, because it waits for
 * its threads.
 */
async function writeThrough(path: string, content: string | Uint8Array): Promise<void> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  try {
    const file = await whenReady('ENXIO', () => open(path, constants.O_WRONLY | constants.O_NONBLOCK));
    try {
      for (let sent = 0; sent < bytes.length;)
        sent += (await whenReady('EAGAIN', () => file.write(bytes, sent))).bytesWritten;
    } finally {
      await file.close();
    }
  } catch (error) {
    throw describeWriteError(path, error);
  }
}

/** Tries again as long as this is what keeps it from being done. */
async function whenReady<T>(notYet: string, act: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (errorCode(error) !== notYet) throw error;
      await new Promise((resolve) => setTimeout(resolve, renameWaitMs));
    }
  }
}

/** Turns a file system error into one for a person. */
export function describeWriteError(path: string, error: unknown): LabError {
  const code = errorCode(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new LabError('disk-full', `No space left for ${path}. Free some space or choose another folder.`, {
      cause: error,
    });
  }
  const detail = error instanceof Error ? error.message : String(error);
  return new LabError('not-writable', `${path} cannot be written (${code ?? detail}). Choose another place.`, {
    cause: error,
  });
}

/** The system's code of an error, e.g. `ENOENT`. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

async function renameWithRetry(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      const code = errorCode(error);
      if (process.platform !== 'win32' || code === undefined || !retryCodes.has(code) || attempt >= renameTries)
        throw error;
      await new Promise((resolve) => setTimeout(resolve, renameWaitMs));
    }
  }
}

/** Makes the rename itself durable. Windows cannot open a folder; there the rename is durable by itself. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
