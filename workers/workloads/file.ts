import { closeSync, fsyncSync, openSync, readSync, unlinkSync, writeSync } from 'node:fs';
import { open, unlink } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileStep } from '@core/protocol/step';
import { checksumOf, checksumStart, extended, randomPeriod, startOf } from './seeded-bytes';
import type { ByteBlock } from './seeded-bytes';
import { WorkloadError } from './workload-error';
import type { Marks, Workload, Workplace } from './workload';

/** Most bytes in one call: a large file comes in pieces, so that memory does not grow with it. */
export const pieceBytes = 2 ** 20;

/** To write and to read, only if there is no such file. */
const newFile = 'wx+';

/**
 * Writes a new file in the run's folder, flushes it to the device (`fsync`), reads it back, compares, removes it. What is
 * read back comes from the system's cache: the time holds one wait for the device, that of the flush. The synchronous
 * variant counts all calls to the system as blocked, the asynchronous one hands them to the libuv pool. A file that
 * failed is removed as well, and the error is the first one, with the system's code (`ENOSPC`).
 */
export function createFileWorkload({ folder, worker }: Workplace): Workload<FileStep> {
  const spareBuffers: Buffer[] = [];
  let random: ByteBlock | undefined;
  let block: ByteBlock | undefined;
  let files = 0;

  function nextPath(): string {
    if (folder === null) throw new WorkloadError('NO_FOLDER', 'This run has no folder for files.');
    return join(folder, `${worker.replace(/[^\w-]/g, '-')}-${++files}.bin`);
  }

  function piecesOf({ bytes, seed }: FileStep): Buffer[] {
    const period = (random ??= randomPeriod());
    const source = (block ??= extended(period, pieceBytes));
    return Array.from({ length: Math.ceil(bytes / pieceBytes) }, (_, piece) => {
      // An odd step through a power of two: no two pieces of a file are alike.
      const from = (startOf(seed, period) + piece * 65_537) % period.length;
      return source.subarray(from, from + Math.min(pieceBytes, bytes - piece * pieceBytes));
    });
  }

  function takeBuffer({ bytes }: FileStep): Buffer {
    const needed = Math.min(bytes, pieceBytes);
    const spare = spareBuffers.pop();
    return spare && spare.length >= needed ? spare : Buffer.allocUnsafeSlow(needed);
  }

  return {
    sync(step, marks) {
      const path = nextPath();
      const buffer = takeBuffer(step);
      marks.blocked();
      const file = openSync(path, newFile);
      let checksum: number;
      try {
        checksum = writeAndReadSync(file, piecesOf(step), buffer, marks);
      } catch (error) {
        quietly(() => closeSync(file));
        quietly(() => unlinkSync(path));
        throw error;
      }
      marks.blocked();
      closeSync(file);
      unlinkSync(path);
      spareBuffers.push(buffer);
      return checksum;
    },
    async async(step, marks) {
      const path = nextPath();
      const buffer = takeBuffer(step);
      const opening = open(path, newFile);
      marks.idle();
      const file = await opening.catch((error: unknown) => {
        marks.busy();
        throw error;
      });
      let checksum: number;
      try {
        checksum = await writeAndRead(file, piecesOf(step), buffer, marks);
      } catch (error) {
        await file.close().catch(ignore);
        await unlink(path).catch(ignore);
        marks.busy();
        throw error;
      }
      marks.idle();
      await file.close();
      await unlink(path);
      marks.busy();
      spareBuffers.push(buffer);
      return checksum;
    },
  };
}

function writeAndReadSync(file: number, pieces: readonly Buffer[], buffer: Buffer, marks: Marks): number {
  // A call may write or read less than it was asked to, as the first one does that meets a full disk.
  for (const piece of pieces) {
    for (let done = 0; done < piece.length;) done += writeSync(file, piece, done, piece.length - done);
  }
  fsyncSync(file);
  let checksum = checksumStart;
  let position = 0;
  for (const piece of pieces) {
    marks.blocked();
    let got = 0;
    for (let more = 1; more > 0 && got < piece.length; got += more) {
      more = readSync(file, buffer, got, piece.length - got, position + got);
    }
    marks.busy();
    checksum = checksumOf(same(piece, buffer.subarray(0, got)), checksum);
    position += piece.length;
  }
  return checksum;
}

async function writeAndRead(
  file: FileHandle,
  pieces: readonly Buffer[],
  buffer: Buffer,
  marks: Marks,
): Promise<number> {
  for (const piece of pieces) {
    for (let done = 0; done < piece.length;) done += (await file.write(piece, done, piece.length - done)).bytesWritten;
  }
  await file.sync();
  let checksum = checksumStart;
  let position = 0;
  for (const piece of pieces) {
    marks.idle();
    let got = 0;
    for (let more = 1; more > 0 && got < piece.length; got += more) {
      more = (await file.read(buffer, got, piece.length - got, position + got)).bytesRead;
    }
    marks.busy();
    checksum = checksumOf(same(piece, buffer.subarray(0, got)), checksum);
    position += piece.length;
  }
  return checksum;
}

/** @throws WorkloadError unless what was read is what was written */
function same(written: Buffer, read: Buffer): Buffer {
  if (!read.equals(written))
    throw new WorkloadError('READ_BACK_DIFFERS', 'A file did not hold what was written to it.');
  return read;
}

function quietly(action: () => void): void {
  try {
    action();
  } catch {
    ignore();
  }
}

/** While cleaning up after an error: that one is thrown, not what follows from it. */
function ignore(): void {
  // nothing to add
}
