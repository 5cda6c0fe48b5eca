import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { LabError } from '@core/ipc/envelope';
import { describeWriteError, errorCode } from './atomic-write';
import { isRunning } from '../runs/process-identity';

/** Makes a folder for temporary files whose name tells which process it belongs to. @throws LabError naming TMPDIR and what is wrong with it */
export function makeProcessFolder(prefix: string): string {
  const folder = usableTemporaryFolder();
  try {
    return mkdtempSync(join(folder, `${prefix}${process.pid}-`));
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

/** Removes the folders with this prefix whose process has ended. */
export function removeLeftFolders(prefix: string): void {
  for (const name of namesIn(tmpdir())) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length).split('-')[0]) : Number.NaN;
    if (Number.isInteger(pid) && !isRunning(pid)) removeFolder(join(tmpdir(), name));
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
