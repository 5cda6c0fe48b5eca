import { createHash } from 'node:crypto';
import { lstatSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { LabError } from '@core/ipc/envelope';
import { describeWriteError, errorCode } from './atomic-write';
import { isRunning, ownPlace } from '../runs/process-identity';

/** Folders of processes that cannot be looked at from here (another container) are left alone for so long after their last change. */
const elsewhereMs = 7 * 24 * 3_600_000;

/** Makes a folder for temporary files whose name tells which process it belongs to, and where that runs. @throws LabError naming TMPDIR and what is wrong with it */
export function makeProcessFolder(prefix: string): string {
  const folder = usableTemporaryFolder();
  try {
    return mkdtempSync(join(folder, `${prefix}${process.pid}-${placeTag()}-`));
  } catch (error) {
    throw describeWriteError(`The folder for temporary files (TMPDIR), ${folder},`, error);
  }
}

/** @throws LabError if the folder for temporary files cannot be one */
function usableTemporaryFolder(): string {
  const folder = tmpdir();
  const wrong = isAbsolute(folder) ? problemOf(folder) : 'is not absolute';
  if (wrong === undefined) return folder;
  const message = `The folder for temporary files (TMPDIR), ${folder}, ${wrong}. Set TMPDIR to another folder, or unset it.`;
  throw new LabError('not-writable', message);
}

function problemOf(folder: string): string | undefined {
  try {
    return statSync(folder).isDirectory() ? undefined : 'is not a folder';
  } catch (error) {
    const code = errorCode(error);
    return code === 'ENOENT' ? 'is not there' : `cannot be used (${code ?? 'unknown cause'})`;
  }
}

/**
 * Removes the folders with this prefix whose process has ended. A pid says that only where it was given: in the same PID namespace
 * since the same start of the machine. Other folders have to be old.
 */
export function removeLeftFolders(prefix: string, folder: string = tmpdir()): void {
  const here = placeTag();
  for (const name of namesIn(folder)) {
    if (!name.startsWith(prefix)) continue;
    const [pid = '', tag = ''] = name.slice(prefix.length).split('-');
    if (!/^\d+$/.test(pid)) continue;
    const path = join(folder, name);
    if (tag === here ? !isRunning(Number(pid)) : isOld(path)) removeFolder(path);
  }
}

/** Stands for this start of the machine and this PID namespace in the names of folders. */
function placeTag(): string {
  const { host, boot, pidNamespace } = ownPlace();
  const place = boot === null ? host : `${boot} ${pidNamespace ?? ''}`;
  return createHash('sha256').update(place).digest('hex').slice(0, 12);
}

/** True for a folder in which nothing was made or removed for long. A link is none. */
function isOld(path: string): boolean {
  try {
    const found = lstatSync(path);
    return found.isDirectory() && Date.now() - found.mtimeMs > elsewhereMs;
  } catch {
    return false;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // whoever makes a folder there says what is wrong
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
