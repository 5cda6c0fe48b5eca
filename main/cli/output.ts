import { fstatSync, write as writeFd, writeSync } from 'node:fs';
import type { LabError } from '@core/ipc/envelope';
import { describeWriteError, errorCode } from '../storage/atomic-write';
import { withControlsShown } from './visible-text';

type Stream = 'stdout' | 'stderr';

const descriptors = { stdout: 1, stderr: 2 } as const;
const names = { stdout: 'the standard output', stderr: 'the standard error' } as const;
const retryMs = 5;
const readerLeavesMs = 250;

/** The first failure of each stream: nothing is written to it after that. */
const failed: Partial<Record<Stream, LabError>> = {};
let onLost: (stream: Stream, code: string | undefined) => void = () => undefined;
let last: Promise<void> = Promise.resolve();

/** Calls the listener once for each stream that cannot be written to any more, with the system's error code. */
export function whenOutputIsLost(listener: typeof onLost): void {
  onLost = listener;
}

/**
 * Writes text to standard output, control characters shown, and waits until the last byte has left.
 * @throws LabError `disk-full` or `not-writable` if it cannot be written
 */
export function writeOut(text: string): Promise<void> {
  return inTurn('stdout', withControlsShown(text));
}

/**
 * The same for bytes that must stay as they are. A pipe takes more than its reader has read: the last byte is held back until
 * a reader that wanted only the beginning has gone, so that what it did not take is not taken for delivered.
 * @throws LabError as `writeOut`
 */
export async function writeRecordOut(text: string): Promise<void> {
  if (!isPipe()) return inTurn('stdout', text);
  await inTurn('stdout', text.slice(0, -1));
  await new Promise((resolve) => setTimeout(resolve, readerLeavesMs));
  return inTurn('stdout', text.slice(-1));
}

function isPipe(): boolean {
  try {
    return fstatSync(descriptors.stdout).isFIFO();
  } catch {
    return false;
  }
}

/** True if what is written to standard output is thrown away: a record there is kept nowhere. */
export function isOutputDiscarded(): boolean {
  try {
    const out = fstatSync(descriptors.stdout);
    // The null device: major 1, minor 3.
    return process.platform === 'linux' && out.isCharacterDevice() && out.rdev === 0x103;
  } catch {
    return false;
  }
}

/** Writes a line to standard error. Never throws: a stream that is lost is told to the listener. */
export function tell(line: string): void {
  put(`${withControlsShown(line)}\n`);
}

/** Waits until all that was told has left. */
export function writtenOut(): Promise<void> {
  return last.catch(() => undefined);
}

/** For a message at the very end, when nothing may be waited for. */
export function tellAtOnce(line: string): void {
  try {
    writeSync(descriptors.stderr, `${withControlsShown(line)}\n`);
  } catch {
    // nobody can be told
  }
}

function put(text: string): void {
  inTurn('stderr', text).catch(() => undefined);
}

function inTurn(stream: Stream, text: string): Promise<void> {
  const next = last.then(() => send(stream, text));
  last = next.catch(() => undefined);
  return next;
}

/** Straight to the descriptor: Node's own streams never call back after some failures, and block main on a full pipe. */
async function send(stream: Stream, text: string): Promise<void> {
  const before = failed[stream];
  if (before) throw before;
  const bytes = Buffer.from(text);
  try {
    for (let sent = 0; sent < bytes.length;) sent += await writeSome(descriptors[stream], bytes, sent);
  } catch (error) {
    const failure = describeWriteError(names[stream], error);
    failed[stream] = failure;
    onLost(stream, errorCode(error));
    throw failure;
  }
}

function writeSome(descriptor: number, bytes: Buffer, from: number): Promise<number> {
  return new Promise((resolve, reject) => {
    writeFd(descriptor, bytes, from, bytes.length - from, null, (error, sent) => {
      if (!error) resolve(sent);
      // A pipe or terminal that another program made non-blocking is full for the moment.
      else if (error.code === 'EAGAIN') setTimeout(resolve, retryMs, 0);
      else reject(error);
    });
  });
}

/** True if a person watches standard error. */
export function isTerminal(): boolean {
  return process.stderr.isTTY || process.env['LAB_STDERR_TTY'] === '1';
}

/** A line that is rewritten in place on a terminal and written once per change elsewhere. */
export function createProgressLine(): { show(text: string): void; end(): void } {
  // `npm run lab` filters standard error through a pipe and says whether a person watches it.
  const terminal = isTerminal();
  let shown = '';
  return {
    show(text) {
      if (text === shown) return;
      shown = text;
      put(terminal ? `\r\u001b[K${withControlsShown(text)}` : `${withControlsShown(text)}\n`);
    },
    end() {
      if (terminal && shown !== '') put('\n');
      shown = '';
    },
  };
}
