// Executes tasks: a worker thread of the lab process (thread strategies) or of a task process (process strategies).
import { parentPort, workerData } from 'node:worker_threads';
import { createClock } from '../measurement/clock';
import { cpuSource, threadCpuNs } from '../measurement/cpu-time';
import { readMemory } from '../measurement/memory';
import { createSpanRecorder } from '../measurement/span-recorder';
import { lowerOwnPriority, ownPriority, threadId } from '../measurement/thread-identity';
import type { FromWorker, Ticket, ToWorker, WorkerOptions } from '../protocol';
import { cookAsync, cookSync } from '../runtime/cook';
import type { Kitchen } from '../runtime/cook';

const options = workerData as WorkerOptions;
const clock = createClock(BigInt(options.originNs));
const source = cpuSource();
let cpuBeforeNs: number | null = null;

if (options.lowerPriority) lowerOwnPriority();

function post(message: FromWorker): void {
  parentPort?.postMessage(message);
}

function receive(message: ToWorker): void {
  switch (message.type) {
    case 'ticket':
      void work(message, clock.now());
      break;
    case 'prepare':
      cpuBeforeNs = threadCpuNs(source);
      post({ type: 'prepared', cell: message.cell });
      break;
    case 'account': {
      const afterNs = threadCpuNs(source);
      const cpuNs = afterNs === null || cpuBeforeNs === null ? null : afterNs - cpuBeforeNs;
      post({ type: 'accounted', cell: message.cell, cpuNs });
      break;
    }
    case 'ping':
      post({ type: 'pong', n: message.n, hops: [...message.hops, clock.now()] });
      break;
    case 'describe':
      describe();
      break;
    case 'init':
      break; // threads are told at start; a task process turns this message into a thread
  }
}

async function work(ticket: Ticket, receivedNs: number): Promise<void> {
  const recorder = createSpanRecorder(clock, receivedNs, 'queued');
  const kitchen: Kitchen = { worker: options.worker, clock, recorder };
  const tasks = ticket.mode === 'sync' ? cookSync(ticket.steps, kitchen) : await cookAsync(ticket.steps, kitchen);
  const { spans, endNs } = recorder.finish();
  post({ type: 'done', cell: ticket.cell, receivedNs, postedNs: endNs, spans, tasks });
}

function describe(): void {
  const usage = process.cpuUsage();
  post({
    type: 'described',
    pid: process.pid,
    tid: threadId(),
    nice: ownPriority(),
    cpuSource: source,
    memory: readMemory(),
    cpuSeconds: (usage.user + usage.system) / 1e6,
  });
}

parentPort?.on('message', receive);
post({ type: 'ready' });
