import { connect } from 'node:net';
import type { DirectWay } from '@core/protocol/worker';
import type { Greeting } from './exchange';
import { createInbox, createWire } from './wire';
import type { Wire } from './wire';

/** Connecting is a matter of microseconds; a machine that needs longer than this has no such way. */
const connectTimeoutMs = 5_000;

/**
 * Joins a task process's thread to the dispatcher. Memory that comes with a message is read right to where it stays.
 * @param receive a message, with the memory that belongs to it
 * @returns undefined where the connection cannot be made: the relays are there
 */
export function joinExchange(
  worker: string,
  { path, token }: DirectWay,
  receive: (message: unknown, memory: ArrayBuffer | null) => void,
): Promise<Wire | undefined> {
  return new Promise((resolve) => {
    const end = (): void => {
      socket.destroy();
      resolve(undefined);
    };
    const inbox = createInbox(receive, end);
    const socket = connect({
      path,
      onread: {
        buffer: inbox.space,
        callback: (length) => {
          inbox.filled(length);
          return true;
        },
      },
    });
    const late = setTimeout(end, connectTimeoutMs);
    // The dispatcher is gone, or going: main ends this process.
    socket.on('error', end);
    socket.on('close', end);
    socket.on('connect', () => {
      clearTimeout(late);
      const wire = createWire(socket);
      wire.send({ worker, token } satisfies Greeting);
      resolve(wire);
    });
  });
}
