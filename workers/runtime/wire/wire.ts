import type { Socket } from 'node:net';
import { createFrameReader, frameOf } from './frames';

/** One end of a direct connection between two threads of different processes. */
export interface Wire {
  /**
   * Sends a message. A small one is with the operating system when this returns, even if the thread blocks afterwards.
   * @param memory what belongs to it: it is not copied before it is written, so it must stay as it is until `written`
   * @throws Error if the message cannot be cloned, RangeError if it is too long
   */
  send(message: unknown, memory?: ArrayBuffer, written?: () => void): void;
  close(): void;
}

/** Sends messages through a socket. What fails on the way shows as the socket's end. */
export function createWire(socket: Socket): Wire {
  return {
    send(message, memory, written) {
      if (!memory) {
        socket.write(frameOf(message));
        return;
      }
      socket.write(frameOf(message, memory.byteLength));
      socket.write(new Uint8Array(memory), () => written?.());
    },
    close: () => {
      socket.destroy();
    },
  };
}

/** Where the bytes of a socket go. */
export interface Inbox {
  /** Where the next bytes are to be read into. */
  readonly space: () => Uint8Array;
  /** So many were read there. */
  readonly filled: (length: number) => void;
  /** Bytes came in a buffer of their own. */
  readonly push: (chunk: Uint8Array) => void;
}

/**
 * Delivers messages one per turn of the loop, as ports do: between two of them, whoever waited for the first can ask for the
 * next, though both may come in the same bytes.
 * @param deliver the message, and the memory that belongs to it
 * @param broken what came is no message of the lab; nothing is delivered any more
 * @param longest of a message in bytes, asked at each
 */
export function createInbox(
  deliver: (message: unknown, memory: ArrayBuffer | null) => void,
  broken: (error: Error) => void,
  longest?: () => number,
): Inbox {
  const waiting: (readonly [unknown, ArrayBuffer | null])[] = [];
  let isFirst = true;
  let isBroken = false;
  const next = (): void => {
    const one = waiting.shift();
    if (waiting.length > 0) setImmediate(next);
    if (one) deliver(...one);
  };
  const reader = createFrameReader((message, memory) => {
    if (isFirst && waiting.length === 0) {
      isFirst = false;
      deliver(message, memory);
      return;
    }
    if (waiting.length === 0) setImmediate(next);
    waiting.push([message, memory]);
  }, longest);
  const read = (take: () => void): void => {
    if (isBroken) return;
    isFirst = true;
    try {
      take();
    } catch (error) {
      isBroken = true;
      broken(error instanceof Error ? error : new Error(String(error)));
    }
  };
  return {
    space: reader.space,
    filled: (length) => {
      read(() => {
        reader.filled(length);
      });
    },
    push: (chunk) => {
      read(() => {
        reader.push(chunk);
      });
    },
  };
}
