// Stands in for the dispatcher thread of the lab process: the lab's pool with the no-ops of the bench in place of a run.
// Everything between it and the worker threads of the task processes is the lab's own.
import { parentPort } from 'node:worker_threads';
import type { ToWorker, WorkerOptions } from '@core/protocol/worker';
import { createPool } from '../../workers/runtime/pool/pool';
import type { LinkEvents, PoolLink } from '../../workers/runtime/pool/pool-types';
import { isOutcomeMessage, isReadyMessage } from '../../workers/runtime/pool/wire';
import { takeProcessMeasures } from './measures';
import { workers } from './tasks';
import type { Task } from './tasks';

type Link = PoolLink<Task, number>;

/** What the lab process's main thread passes on (`ToDispatcher` of the protocol, with other tasks). */
type FromRelay = { readonly worker: string } & (
  | { readonly type: 'process-connected' }
  | { readonly type: 'process-gone' }
  | { readonly type: 'from-process'; readonly message: unknown }
);

const events = new Map<string, LinkEvents<number>>();
const hires = new Map<string, (link: Link) => void>();

function toProcess(worker: string, message: unknown): void {
  parentPort?.postMessage({ type: 'to-process', worker, message });
}

function linkOf(id: string): Link {
  return {
    id,
    post: (message) => {
      toProcess(id, message);
    },
    listen: (given) => events.set(id, given),
    end: () => Promise.resolve(), // main ends the processes
  };
}

function options(worker: string): WorkerOptions {
  const originNs = String(process.hrtime.bigint());
  return { worker, originNs, lowerPriority: false, folder: null, services: null, memoryLimitMb: null };
}

parentPort?.on('message', (message: FromRelay) => {
  const { worker } = message;
  if (message.type === 'process-connected') {
    toProcess(worker, { type: 'init', options: options(worker) } satisfies ToWorker);
  } else if (message.type === 'process-gone') {
    events.get(worker)?.lost(new Error(`The process ${worker} ended.`));
  } else if (isReadyMessage(message.message)) hires.get(worker)?.(linkOf(worker));
  else if (isOutcomeMessage<number>(message.message)) events.get(worker)?.received(message.message);
});

async function measure(): Promise<void> {
  const pool = createPool<Task, number>({
    workers,
    hire: (slot) => new Promise((resolve) => hires.set(`process-${slot}`, resolve)),
    whenLost: 'stop',
  });
  await pool.ready;
  const values = await takeProcessMeasures({ run: (task) => pool.run(task) });
  parentPort?.postMessage({ type: 'values', values });
}

void measure();
