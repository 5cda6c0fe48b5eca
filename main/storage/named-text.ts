import { constants, fstatSync } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { isatty } from 'node:tty';
import { LabError } from '@core/ipc/envelope';
import { errorCode } from './atomic-write';
import { largestOpened, readRecordText, refuseLarger } from './record-files';

/** The name under which a person means the standard input. */
export const standardInput = '-';

/** How long is waited for what may never come, in ms. */
export interface Patience {
  /** A pipe that nobody has opened for writing. */
  readonly writerMs: number;
  /** The first byte, from a writer that is there: it may be measuring still. */
  readonly firstMs: number;
  /** Any further byte. */
  readonly nextMs: number;
  /** All of it. */
  readonly wholeMs: number;
}

const usualPatience: Patience = { writerMs: 10_000, firstMs: 600_000, nextMs: 10_000, wholeMs: 900_000 };
const lookMs = 20;

/**
 * Reads whatever a person names, a pipe, a device or `-` too: their size is known when they end, and some never do.
 * @throws LabError `too-large` saying the limit, `unreadable-record` for what no text can be read from or what does not end, or an
 * error of node:fs
 */
export async function readNamedText(path: string, most: number, patience: Patience = usualPatience): Promise<string> {
  if (path === standardInput && !isDeviceAsInput()) return decoded(await readStream(process.stdin, most, patience));
  if (path === standardInput) return readNamedText('/dev/fd/0', most, patience);
  const found = await stat(path);
  if (found.isFile()) return (await readRecordText(path, most)).text;
  if (found.isDirectory()) throw new LabError('unreadable-record', 'It is a folder, not a file.');
  if (found.isSocket()) throw new LabError('unreadable-record', 'It is a socket, and no record can be read from one.');
  // Without waiting in the system: a thread that is held there cannot be ended, and the program with it.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    // Only a pipe that was not opened yet may get a writer still: elsewhere the end is the end.
    const mayBeginLater = found.isFIFO() && !isOpened(path);
    return decoded(await readToEnd(file, most, mayBeginLater ? patience : { ...patience, writerMs: 0 }));
  } finally {
    await file.close();
  }
}

/** Text of a file, a pipe or `-`. @throws LabError `no-such-record` saying why it cannot be read, `unreadable-record` or `too-large` */
export async function readTextFile(file: string): Promise<string> {
  try {
    return await readNamedText(file, largestOpened);
  } catch (error) {
    throw readError(file, error);
  }
}

/** The same of what lies in a folder. Nobody meant that to be waited for: only files are read. @throws LabError as `readTextFile` */
export async function readInFolder(path: string): Promise<string> {
  try {
    return (await readRecordText(path, largestOpened)).text;
  } catch (error) {
    throw readError(path, error);
  }
}

function readError(path: string, error: unknown): LabError {
  if (error instanceof LabError) return error;
  const code = errorCode(error) ?? 'unknown cause';
  const missing = isOpened(path)
    ? 'What the shell opened was not passed on to this program. Pipe it in, and type - for its name.'
    : 'There is no such file.';
  return new LabError('no-such-record', code === 'ENOENT' ? missing : `It cannot be read (${code}).`, { cause: error });
}

/** A device without an end fills a stream in small pieces, which takes long until it is too large. */
function isDeviceAsInput(): boolean {
  return process.platform !== 'win32' && fstatSync(0).isCharacterDevice() && !isatty(0);
}

/** True for the name of something that somebody else has opened already: whoever writes into it is there, or has gone. */
function isOpened(path: string): boolean {
  return /^\/(?:dev\/fd|proc\/(?:self|\d+)\/fd)\/\d+$/.test(path);
}

async function readToEnd(file: FileHandle, most: number, patience: Patience): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const buffer = Buffer.alloc(2 ** 16);
  const startMs = performance.now();
  let lastMs = startMs;
  for (;;) {
    const read = await file.read(buffer, 0, buffer.length, null).catch((error: unknown) => {
      if (errorCode(error) === 'EAGAIN') return undefined;
      throw error;
    });
    const bytes = read?.bytesRead;
    const nowMs = performance.now();
    // No writer yet, and the end, look alike before the first byte; after it the end is the end.
    if (bytes === 0 && (size > 0 || patience.writerMs === 0)) return Buffer.concat(chunks);
    if (bytes === 0 && nowMs - startMs > patience.writerMs) throw endless(patience.writerMs, 0);
    const allowedMs = size > 0 ? patience.nextMs : patience.firstMs;
    if (nowMs - startMs > patience.wholeMs) throw tooLong(patience);
    if (bytes === undefined || bytes === 0) {
      if (nowMs - lastMs > allowedMs) throw endless(allowedMs, size);
      await new Promise((resolve) => setTimeout(resolve, lookMs));
      continue;
    }
    lastMs = nowMs;
    size += bytes;
    refuseLarger({ size }, most);
    chunks.push(Buffer.from(buffer.subarray(0, bytes)));
  }
}

/** The same of a stream, which the runtime reads without holding a thread. */
export function readStream(stream: Readable, most: number, patience: Patience = usualPatience): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise<Buffer>((resolve, reject) => {
    let next: NodeJS.Timeout;
    const whole = setTimeout(fail, patience.wholeMs, () => tooLong(patience));
    function settle(): void {
      clearTimeout(next);
      clearTimeout(whole);
    }
    function fail(why: () => Error): void {
      settle();
      stream.destroy();
      reject(why());
    }
    function wait(ms: number): void {
      clearTimeout(next);
      next = setTimeout(fail, ms, () => endless(ms, size));
    }
    wait(patience.firstMs);
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length;
      chunks.push(chunk);
      wait(patience.nextMs);
      try {
        refuseLarger({ size }, most);
      } catch (error) {
        fail(() => error as Error);
      }
    });
    stream.once('end', () => {
      settle();
      resolve(Buffer.concat(chunks));
    });
    stream.once('error', (error) => fail(() => error));
  });
}

function endless(ms: number, size: number): LabError {
  const seconds = Math.round(ms / 1000);
  const what =
    size === 0
      ? `Nothing came out of it within ${seconds} s`
      : `It stopped in the middle: ${seconds} s went by without a further byte`;
  return new LabError('unreadable-record', `${what}, and it was given up.`);
}

function tooLong({ wholeMs }: Patience): LabError {
  return new LabError(
    'unreadable-record',
    `It had not ended after ${Math.round(wholeMs / 1000)} s, and it was given up.`,
  );
}

function decoded(bytes: Buffer): string {
  return bytes.toString('utf8');
}
