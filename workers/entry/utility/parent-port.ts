/** A port of another process, as Electron gives it to a utility process (Electron's types name it MessagePortMain). */
export interface ProcessPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
  on(event: 'close', listener: () => void): void;
  start(): void;
  postMessage(message: unknown): void;
}

interface ParentPort {
  on(
    event: 'message',
    listener: (event: { readonly data: unknown; readonly ports: readonly ProcessPort[] }) => void,
  ): void;
  postMessage(message: unknown): void;
}

/**
 * Electron's port from a utility process to main. Only plain, cloneable data may be posted: anything else kills the
 * channel and, on runtimes before 33, main (electron.md, 0.4).
 * @throws Error outside a utility process
 */
export function utilityParentPort(): ParentPort {
  const port = (process as { parentPort?: ParentPort }).parentPort;
  if (!port) throw new Error('This program runs as a utility process of Concurrency Lab; it cannot be started alone.');
  return port;
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
