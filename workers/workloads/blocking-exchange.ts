import { WorkloadError } from './workload-error';

/**
 * How a reply gets from the helper thread to the worker that is blocked on it: through shared memory, which the worker
 * can see without a turn of its event loop. Two 32-bit words (state, length in bytes), then the bytes of the reply: the
 * body, or an error as JSON.
 */
const stateWord = 0;
const lengthWord = 1;
const headBytes = 8;
const mostBytes = 16_384;

const pending = 0;
const answered = 1;
const failed = 2;

/** @returns the memory of one worker and its helper */
export function createExchange(): SharedArrayBuffer {
  return new SharedArrayBuffer(headBytes + mostBytes);
}

/** Before the request is sent. */
export function expectReply(shared: SharedArrayBuffer): void {
  Atomics.store(new Int32Array(shared), stateWord, pending);
}

/**
 * Blocks until the reply is there.
 * @returns the body, copied; null when the time is over
 * @throws WorkloadError with the code and message that the helper met
 */
export function awaitReply(shared: SharedArrayBuffer, timeoutMs: number): Buffer | null {
  const words = new Int32Array(shared);
  const untilMs = performance.now() + timeoutMs;
  // Whoever saw a reply before it was announced is woken by that announcement at its next one: so it looks, each time.
  while (Atomics.load(words, stateWord) === pending) {
    const leftMs = Math.max(0, untilMs - performance.now());
    if (Atomics.wait(words, stateWord, pending, leftMs) === 'timed-out') return null;
  }
  const bytes = Buffer.from(Uint8Array.from(new Uint8Array(shared, headBytes, Atomics.load(words, lengthWord))).buffer);
  if (Atomics.load(words, stateWord) === answered) return bytes;
  const { code, message } = JSON.parse(bytes.toString('utf8')) as { readonly code: string; readonly message: string };
  throw new WorkloadError(code, message);
}

/** In the helper: hands over the body. */
export function reply(shared: SharedArrayBuffer, body: Uint8Array): void {
  if (body.length > mostBytes)
    replyError(shared, new WorkloadError('REPLY_TOO_LONG', `A reply of ${body.length} bytes.`));
  else publish(shared, body, answered);
}

/** In the helper: hands over an error by code and message. */
export function replyError(shared: SharedArrayBuffer, error: Error & { readonly code?: unknown }): void {
  const code = typeof error.code === 'string' ? error.code : 'UNKNOWN';
  // Cut so that it fits whatever the characters are (up to 3 bytes each, 6 where JSON escapes them).
  publish(shared, Buffer.from(JSON.stringify({ code, message: error.message.slice(0, 2000) })), failed);
}

function publish(shared: SharedArrayBuffer, bytes: Uint8Array, state: number): void {
  new Uint8Array(shared, headBytes).set(bytes);
  const words = new Int32Array(shared);
  // The state last: whoever sees it must also see the bytes.
  Atomics.store(words, lengthWord, bytes.length);
  Atomics.store(words, stateWord, state);
  Atomics.notify(words, stateWord);
}
