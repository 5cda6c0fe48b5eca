import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { join } from 'node:path';
import type { DirectWay } from '@core/protocol/worker';
import { createInbox, createWire } from './wire';
import type { Wire } from './wire';

/** What the dispatcher hears from a worker that it is joined to directly. */
export interface WireEvents {
  readonly connected: (wire: Wire) => void;
  readonly received: (message: unknown) => void;
  /** The connection is gone, or what came through it was no message of the lab. */
  readonly lost: (why: string) => void;
}

/** Where task processes connect to the dispatcher's thread, so that no message passes a relay. */
export interface Exchange {
  /** Expects one connection. @returns what the worker is told; null where this machine gives no such way */
  expect(worker: string, events: WireEvents): Promise<DirectWay | null>;
  /** Closes the worker's connection, or expects it no more. */
  forget(worker: string): void;
}

/** Unix: the path of a socket has 108 bytes on Linux and 104 on macOS, with the zero that ends it. */
const longestPath = 103;
/** What a newcomer may say before it has said who it is. */
const longestGreeting = 1024;
const greetingTimeoutMs = 10_000;
const tokenBytes = 16;

/** The first message of every connection. */
export interface Greeting {
  readonly worker: string;
  readonly token: string;
}

/**
 * @param folder the run's private folder: the socket lies in it until the lab process ends. Windows has named pipes instead,
 *   which are gone with their last user.
 */
export function createExchange(folder: string): Exchange {
  const expected = new Map<string, { readonly token: string; readonly events: WireEvents }>();
  const joined = new Map<string, Socket>();
  let listening: Promise<string | null> | undefined;

  function greet(socket: Socket): void {
    let worker: string | undefined;
    let events: WireEvents | undefined;
    const late = setTimeout(() => {
      socket.destroy();
    }, greetingTimeoutMs);
    const lost = (why: string): void => {
      clearTimeout(late);
      socket.destroy();
      if (worker === undefined || joined.get(worker) !== socket) return;
      joined.delete(worker);
      events?.lost(why);
    };
    const inbox = createInbox(
      (message) => {
        if (events) {
          events.received(message);
          return;
        }
        const greeting = greetingIn(message);
        const known = greeting && expected.get(greeting.worker);
        if (!known || !isSame(known.token, greeting.token)) {
          lost('a stranger');
          return;
        }
        clearTimeout(late);
        ({ worker } = greeting);
        ({ events } = known);
        expected.delete(worker);
        joined.set(worker, socket);
        events.connected(createWire(socket));
      },
      ({ message }) => {
        lost(message);
      },
      () => (events ? Infinity : longestGreeting),
    );
    socket.on('data', inbox.push);
    socket.on('error', ({ message }) => {
      lost(message);
    });
    socket.on('close', () => {
      lost('its connection was closed');
    });
  }

  return {
    async expect(worker, events) {
      listening ??= listen(folder, createServer(greet));
      const path = await listening;
      if (path === null) return null;
      const token = randomBytes(tokenBytes).toString('hex');
      expected.set(worker, { token, events });
      return { path, token };
    },
    forget(worker) {
      expected.delete(worker);
      const socket = joined.get(worker);
      joined.delete(worker);
      socket?.destroy();
    },
  };
}

/** Listens for workers. @returns where; null where that is impossible */
function listen(folder: string, server: Server): Promise<string | null> {
  const name = randomBytes(8).toString('hex');
  const path = process.platform === 'win32' ? String.raw`\\.\pipe\concurrency-lab-${name}` : join(folder, name);
  if (process.platform !== 'win32' && Buffer.byteLength(path) > longestPath) return Promise.resolve(null);
  return new Promise((resolve) => {
    server.on('error', () => {
      resolve(null);
    });
    // Whoever is connected keeps the thread alive; the door alone does not.
    server.unref();
    server.listen(path, () => {
      resolve(path);
    });
  });
}

function greetingIn(message: unknown): Greeting | undefined {
  if (typeof message !== 'object' || message === null || !('worker' in message) || !('token' in message))
    return undefined;
  const { worker, token } = message;
  return typeof worker === 'string' && typeof token === 'string' ? { worker, token } : undefined;
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
