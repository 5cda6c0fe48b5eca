// Stands in for the dispatcher thread of the lab process: the lab's pool with the no-ops of the bench in place of a run.
// Everything between it and the worker threads of the task processes is the lab's own.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import type { ToWorker, WorkerOptions } from '@core/protocol/worker';
import { createPool } from '../../workers/runtime/pool/pool';
import type { LinkEvents, PoolLink } from '../../workers/runtime/pool/pool-types';
import { isOutcomeMessage, isReadyMessage } from '../../workers/runtime/pool/wire';
import { createExchange } from '../../workers/runtime/wire/exchange';
import type { Wire } from '../../workers/runtime/wire/wire';
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

/** Which way the messages go: as the product's do, or by Electron's port and both relays. */
const folder = process.env['BENCH_TRANSPORT'] === 'port' ? undefined : mkdtempSync(join(tmpdir(), 'lab-bench-'));
const exchange = folder === undefined ? undefined : createExchange(folder);
const wires = new Map<string, Wire>();

const events = new Map<string, LinkEvents<number>>();
const hires = new Map<string, (link: Link) => void>();

function toProcess(worker: string, message: unknown): void {
  parentPort?.postMessage({ type: 'to-process', worker, message });
}

function linkOf(id: string): Link {
  return {
    id,
    post: (message) => {
      const wire = wires.get(id);
      if (wire) wire.send(message);
      else toProcess(id, message);
    },
    listen: (given) => events.set(id, given),
    end: () => Promise.resolve(), // main ends the processes
  };
}

function options(worker: string): WorkerOptions {
  const originNs = String(process.hrtime.bigint());
  return { worker, originNs, lowerPriority: false, folder: null, services: null, memoryLimitMb: null };
}

function received(worker: string, message: unknown): void {
  if (isReadyMessage(message)) hires.get(worker)?.(linkOf(worker));
  else if (isOutcomeMessage<number>(message)) events.get(worker)?.received(message);
}

async function connect(worker: string): Promise<void> {
  const directWay = await exchange?.expect(worker, {
    connected: (wire) => wires.set(worker, wire),
    received: (message) => {
      received(worker, message);
    },
    lost: (why) => events.get(worker)?.lost(new Error(why)),
  });
  if (exchange && !directWay) throw new Error('The bench needs a local socket, and there is none.');
  const told = { ...options(worker), ...(directWay && { directWay }) };
  toProcess(worker, { type: 'init', options: told } satisfies ToWorker);
}

parentPort?.on('message', (message: FromRelay) => {
  const { worker } = message;
  if (message.type === 'process-connected') void connect(worker);
  else if (message.type === 'process-gone') {
    events.get(worker)?.lost(new Error(`The process ${worker} ended.`));
  } else received(worker, message.message);
});

async function measure(): Promise<void> {
  const pool = createPool<Task, number>({
    workers,
    hire: (slot) => new Promise((resolve) => hires.set(`process-${slot}`, resolve)),
    whenLost: 'stop',
  });
  await pool.ready;
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  const values = await takeProcessMeasures({ run: (task) => pool.run(task) });
  parentPort?.postMessage({ type: 'values', values });
}

void measure();
