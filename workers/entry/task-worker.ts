// Executes tasks: a worker thread of the lab process (thread strategies) or of a task process (process strategies).
import { parentPort, workerData } from 'node:worker_threads';
import type { ToWorker, WorkerOptions } from '@core/protocol/worker';
import { serveTickets } from '../runtime/ticket-service';

serveTickets(workerData as WorkerOptions, {
  onMessage(listener) {
    parentPort?.on('message', (message: ToWorker) => {
      listener(message);
    });
  },
  post(message, transfer) {
    parentPort?.postMessage(message, transfer);
  },
});
