import { beat, isBeat } from '@core/protocol/beat';

/** A port of another process, as Electron gives it to a utility process (Electron's types name it MessagePortMain). */
export interface ProcessPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
  on(event: 'close', listener: () => void): void;
  start(): void;
  postMessage(message: unknown): void;
}

interface PortEvent {
  readonly data: unknown;
  readonly ports: readonly ProcessPort[];
}

/** The two ways between a utility process and main. */
export interface ParentPort {
  /** Takes what main says from now on; what it said before waits. Call it once. */
  on(event: 'message', listener: (event: PortEvent) => void): void;
  postMessage(message: unknown): void;
}

interface ElectronParentPort {
  once(event: 'message', listener: (event: PortEvent) => void): void;
  postMessage(message: unknown): void;
}

/** As `ProcessPort`, but what comes may bring further ports. */
interface ControlPort {
  on(event: 'message', listener: (event: PortEvent) => void): void;
  start(): void;
}

/**
 * The line to main. Main speaks through a control port, which is the first and only thing that comes on Electron's own
 * (main/processes/utility.ts says why); answers go back on Electron's. Only plain, cloneable data may be posted: anything
 * else kills the channel and, on runtimes before 33, main (electron.md, 0.4).
 * @throws Error outside a utility process
 */
export function utilityParentPort(): ParentPort {
  const parent = (process as { parentPort?: ElectronParentPort }).parentPort;
  if (!parent)
    throw new Error('This program runs as a utility process of Concurrency Lab; it cannot be started alone.');
  return {
    on(event, listener) {
      parent.once('message', ({ ports: [port] }) => {
        const control = port as ControlPort | undefined;
        control?.on(event, (message) => {
          // Main asks whether this process lives: answered here, the same for all.
          if (isBeat(message.data)) parent.postMessage(beat);
          else listener(message);
        });
        control?.start();
      });
    },
    postMessage: (message) => {
      parent.postMessage(message);
    },
  };
}

/** Reports an unexpected error on stderr and ends the process, alike on all runtimes (37 and newer only warn). */
export function endOnUnexpectedError(): void {
  process.on('uncaughtException', (error) => {
    process.stderr.write(`${error.stack ?? error.message}\n`);
    process.exit(1);
  });
  process.on('unhandledRejection', (reason) => {
    process.stderr.write(`${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}\n`);
    process.exit(1);
  });
}
