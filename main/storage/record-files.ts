import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readFile, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { LabError } from '@core/ipc/envelope';
import { errorCode } from './atomic-write';

/** What tells that a file is the one that was read before, without reading it. */
export interface FileStamp {
  readonly size: number;
  /** Time of the last change, in ms since 1970, as the file system has it. */
  readonly mtimeMs: number;
}

/** A file as it was read. */
export interface RecordText {
  readonly stamp: FileStamp;
  readonly text: string;
  /** SHA-256 over the bytes of the file, 64 hex digits: not the record's own hash. */
  readonly sha256: string;
}

const megabyte = 2 ** 20;
/** Larger files are not looked into for the list, in bytes. No preset writes a record of half this size. */
export const largestListed = 64 * megabyte;
/** Larger files are not opened at all: a text of this size is about what one process can take apart. */
export const largestOpened = 256 * megabyte;

/** What a file that is not in the list is. */
export interface FileTrouble {
  /** `no-record`: it cannot be one, whatever happens. `stays`: it may be one, now or later. `gone`: there is none any more. */
  readonly kind: 'no-record' | 'stays' | 'gone';
  readonly reason: string;
  /** It is the machine's, not the file's: worth trying again. */
  readonly isPassing: boolean;
}

/**
 * Size and time of change. @throws LabError `unreadable-record` for what is no file, or an error of node:fs
 */
export async function stampOf(path: string): Promise<FileStamp> {
  const found = await stat(path);
  if (!found.isFile()) throw new LabError('unreadable-record', 'It is not a file.');
  return { size: found.size, mtimeMs: found.mtimeMs };
}

/**
 * Reads a file unless it is larger than `most` bytes.
 * @throws LabError `too-large` saying the limit, `unreadable-record` for what is no file, or an error of node:fs
 */
export async function readRecordText(path: string, most: number): Promise<RecordText> {
  const stamp = await stampOf(path);
  refuseLarger(stamp, most);
  const bytes = await readFile(path);
  // It may have grown meanwhile.
  refuseLarger({ size: bytes.length }, most);
  return { stamp, text: bytes.toString('utf8'), sha256: sha256Of(bytes) };
}

/** @throws LabError `too-large` */
export function refuseLarger({ size }: Pick<FileStamp, 'size'>, most: number): void {
  if (size <= most) return;
  const message = `It has ${Math.ceil(size / megabyte)} MB, and files larger than ${most / megabyte} MB are not read.`;
  throw new LabError('too-large', message);
}

export function sha256Of(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The same of a file, piece by piece, so that a large one holds nobody up. @throws an error of node:fs */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

const fileSystemReasons: Readonly<Record<string, string>> = {
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open on this machine',
  ENOMEM: 'there is no memory left',
  EACCES: 'it may not be read',
  EPERM: 'it may not be read',
  EIO: 'the disk does not answer',
};
/** Links in a circle, and names that lead nowhere: no content will ever come of them. */
const neverFiles: ReadonlySet<string> = new Set(['ELOOP', 'EISDIR', 'ENOTDIR', 'ENXIO']);

/** Says of any failure of reading one file whether the file or the machine is to blame. */
export async function troubleOf(path: string, error: unknown): Promise<FileTrouble> {
  if (error instanceof LabError) {
    return {
      kind: error.code === 'unreadable-record' ? 'no-record' : 'stays',
      reason: error.message,
      isPassing: false,
    };
  }
  const code = errorCode(error);
  if (code === 'ENOENT') {
    const isLink = await lstat(path).then(
      (found) => found.isSymbolicLink(),
      () => false,
    );
    const reason = 'It is a link to a file that is not there.';
    return isLink ? { kind: 'stays', reason, isPassing: true } : { kind: 'gone', reason: '', isPassing: true };
  }
  const detail = error instanceof Error ? error.message : String(error);
  const why = code === undefined ? detail : `${fileSystemReasons[code] ?? 'it cannot be read'}, ${code}`;
  const reason = `It could not be read (${why}).`;
  if (code !== undefined && neverFiles.has(code)) return { kind: 'no-record', reason, isPassing: false };
  return { kind: 'stays', reason, isPassing: true };
}
