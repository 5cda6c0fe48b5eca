// A thread of the I/O services: the loopback server.
import { parentPort, workerData } from 'node:worker_threads';
import { startLoopbackServer } from '../services/loopback-server';
import { createQueryDesk } from '../services/query-desk';
import type { ServerThreadData } from '../services/query-protocol';

const { ports } = workerData as ServerThreadData;

startLoopbackServer(ports && createQueryDesk(ports)).then(
  ({ address }) => {
    parentPort?.postMessage(address);
  },
  (error: unknown) => {
    // Thrown outside the promise it ends the thread on every runtime, and with it the process.
    setImmediate(() => {
      throw error;
    });
  },
);
