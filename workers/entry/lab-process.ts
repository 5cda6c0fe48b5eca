// Main thread of the lab process: relays, answers heartbeats, and nothing else. The dispatcher thread runs the experiment.
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FromDispatcher, ToDispatcher, ToLab } from '@core/protocol/lab';
import type { FromWorker, ToWorker } from '@core/protocol/worker';
import { createClock } from '../measurement/clock';
import { releasePayload } from '../workloads/payload';
import { endOnUnexpectedError, utilityParentPort } from './utility/parent-port';
import type { ProcessPort } from './utility/parent-port';

endOnUnexpectedError();

const main = utilityParentPort();
const ports = new Map<string, ProcessPort>();
// One clock for dispatcher and relay, so that the relay's stamps on a ping can be compared.
const clock = createClock();
const dispatcher = new Worker(join(__dirname, 'dispatcher.cjs'), { workerData: { originNs: String(clock.originNs) } });

function toDispatcher(message: ToDispatcher): void {
  dispatcher.postMessage(message);
}

main.on('message', ({ data, ports: [port] }) => {
  const message = data as ToLab;
  switch (message.type) {
    case 'ping':
      main.postMessage({ type: 'pong', n: message.n });
      break;
    case 'start':
    case 'services':
    case 'services-gone':
      toDispatcher(message);
      break;
    case 'process-port':
      if (port) connect(message.worker, port, message.guest === true);
      break;
    case 'process-gone':
      ports.delete(message.worker);
      toDispatcher(message);
      break;
  }
});

function connect(worker: string, port: ProcessPort, isGuest: boolean): void {
  ports.set(worker, port);
  if (isGuest) {
    port.on('close', () => {
      const message = 'the page was closed or loaded again during the run';
      if (ports.delete(worker)) toDispatcher({ type: 'process-gone', worker, reason: 'worker-crashed', message });
    });
  }
  port.on('message', ({ data }) => {
    if (isClockPing(data)) {
      port.postMessage({ type: 'clock', n: data.n, atNs: clock.now() });
      return;
    }
    const message = data as FromWorker;
    const timed = message.type === 'pong' ? { ...message, hops: [...message.hops, clock.now()] } : message;
    toDispatcher({ type: 'from-process', worker, message: timed });
  });
  port.start();
  toDispatcher({ type: 'process-connected', worker });
}

/** A page asks for the run's time, to map its own clock to it. */
function isClockPing(data: unknown): data is { readonly n: number } {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === 'clock' && 'n' in data;
}

function toProcess(worker: string, message: ToWorker): void {
  if (message.type === 'payload') {
    // Copied, never moved: a transfer list between processes may hold ports only.
    ports.get(worker)?.postMessage({ ...message, handedNs: clock.now() });
    releasePayload(message.data);
    return;
  }
  const timed = message.type === 'ping' ? { ...message, hops: [...message.hops, clock.now()] } : message;
  ports.get(worker)?.postMessage(timed);
}

dispatcher.on('message', (message: FromDispatcher) => {
  if (message.type === 'to-process') toProcess(message.worker, message.message);
  else main.postMessage(message);
});
dispatcher.on('error', (error: Error & { code?: string }) => {
  const reason = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out-of-memory' : 'worker-crashed';
  main.postMessage({ type: 'failed', reason, message: `The dispatcher thread ended: ${error.message}` });
});
dispatcher.on('exit', (code) => {
  main.postMessage({
    type: 'failed',
    reason: 'worker-crashed',
    message: `The dispatcher thread ended (exit ${code}).`,
  });
});
main.postMessage({ type: 'ready' });
