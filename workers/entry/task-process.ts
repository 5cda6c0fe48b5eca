// Main thread of a task process: relays between the lab process's port and the one thread that executes tasks, or is that thread
// itself where what ends it is to end the process.
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FromWorker, ToWorker, WorkerOptions } from '@core/protocol/worker';
import { createClock } from '../measurement/clock';
import type { RunClock } from '../measurement/clock';
import { resourceLimitsOf } from '../runtime/resource-limits';
import { serveTickets } from '../runtime/ticket-service';
import { endOnUnexpectedError, utilityParentPort } from './utility/parent-port';
import type { ProcessPort } from './utility/parent-port';

endOnUnexpectedError();

const main = utilityParentPort();

main.on('message', ({ data, ports: [port] }) => {
  if (port) serve(port);
  else main.postMessage({ type: 'pong', n: (data as { readonly n: number }).n });
});

/** Executes tasks on this thread. */
function serveHere(options: WorkerOptions, port: ProcessPort): void {
  serveTickets(options, {
    onMessage(listener) {
      port.on('message', ({ data }) => {
        listener(data as ToWorker);
      });
    },
    post(message) {
      port.postMessage(message);
    },
  });
}

function serve(port: ProcessPort): void {
  let worker: Worker | undefined;
  let clock: RunClock | undefined;
  let isBare = false;

  function pass(message: FromWorker): void {
    const timed = message.type === 'pong' && clock ? { ...message, hops: [...message.hops, clock.now()] } : message;
    port.postMessage(timed);
  }

  port.on('message', ({ data }) => {
    const message = data as ToWorker;
    if (message.type === 'init' && message.options.bare) {
      isBare = true;
      serveHere(message.options, port);
    } else if (isBare) {
      // Told to the listener above.
    } else if (message.type === 'init') {
      clock = createClock(BigInt(message.options.originNs));
      worker = new Worker(join(__dirname, 'task-worker.cjs'), {
        workerData: message.options,
        ...resourceLimitsOf(message.options),
      });
      worker.on('message', pass);
      worker.on('error', (error: Error & { code?: string }) => {
        pass({ type: 'crashed', outOfMemory: error.code === 'ERR_WORKER_OUT_OF_MEMORY', message: error.message });
      });
      worker.on('exit', (code) => {
        pass({ type: 'crashed', outOfMemory: false, message: `its thread ended (exit ${code})` });
      });
    } else if (message.type === 'ping' && clock) {
      worker?.postMessage({ ...message, hops: [...message.hops, clock.now()] } satisfies ToWorker);
    } else if (message.type === 'payload' && clock && message.data instanceof ArrayBuffer) {
      worker?.postMessage({ ...message, hadNs: clock.now() } satisfies ToWorker, [message.data]);
    } else worker?.postMessage(message);
  });
  // The lab process is gone: nobody will ever ask again.
  port.on('close', () => process.exit(0));
  port.start();
}
