// Executes tasks: a worker thread of the lab process (thread strategies) or of a task process (process strategies).
import { parentPort, workerData } from 'node:worker_threads';
import type { TaskRecord } from '@core/record/events';
import type { FromWorker, Ticket, TicketTimes, ToWorker, WorkerOptions } from '@core/protocol/worker';
import { createClock } from '../measurement/clock';
import { cpuSource, threadCpuNs, threadWaitedNs } from '../measurement/cpu-time';
import { createHeartbeat } from '../measurement/heartbeat';
import { readMemory } from '../measurement/memory';
import { createSpanRecorder } from '../measurement/span-recorder';
import type { SpanRecorder } from '../measurement/span-recorder';
import { lowerOwnPriority, ownPriority, threadId } from '../measurement/thread-identity';
import { createThreadMeter } from '../measurement/thread-meter';
import { cook } from '../runtime/cook';
import { createTaskServer } from '../runtime/pool/serve-tasks';
import { takePayload } from '../runtime/take-payload';
import { joinExchange } from '../runtime/wire/join';
import type { Wire } from '../runtime/wire/wire';
import { createWorkloads } from '../workloads/workload-table';

const options = workerData as WorkerOptions;
const clock = createClock(BigInt(options.originNs));
const source = cpuSource();
const meter = createThreadMeter(clock);
const heartbeat = createHeartbeat(clock);
const workloads = createWorkloads(options);
const server = createTaskServer<Ticket, null>(execute, post);

/** What is written down during a cell and sent when it is over. */
interface CellNotes {
  readonly cell: number;
  readonly recorder: SpanRecorder;
  readonly tasks: TaskRecord[];
  readonly tickets: TicketTimes[];
  cpuBeforeNs: number | null;
  waitedBeforeNs: number | null;
  /** Whether waiting for a core is read between tasks. */
  readonly waitPerTask: boolean;
  /** Whether the heartbeat goes on during this cell. */
  readonly beats: boolean;
}
let notes = notesOf(-1, false, false);
/** The direct connection to the dispatcher, where there is one. */
let wire: Wire | undefined;
/** Beats of the heartbeat before a ticket begins, and after its work is done: the loop is seen free on both sides. */
const beatsAround = 2;

if (options.lowerPriority) lowerOwnPriority();

/** What is said without being asked: directly where this thread is joined to the dispatcher, else by its port. */
function post(message: FromWorker): void {
  if (wire) wire.send(message);
  else byPort(message);
}

function byPort(message: FromWorker): void {
  parentPort?.postMessage(message);
}

function notesOf(cell: number, beats: boolean, waitPerTask: boolean): CellNotes {
  const recorder = createSpanRecorder(clock, clock.now(), 'idle');
  return { cell, recorder, tasks: [], tickets: [], cpuBeforeNs: null, waitedBeforeNs: null, beats, waitPerTask };
}

/** @param answer the way back that the message came by */
function receive(message: ToWorker, answer: (message: FromWorker) => void): void {
  switch (message.type) {
    case 'tasks':
      server.receive(message);
      break;
    case 'prepare':
      notes = notesOf(message.cell, message.beats, message.waitPerTask === true);
      meter.begin(message.watchLoop);
      notes.cpuBeforeNs = threadCpuNs(source);
      notes.waitedBeforeNs = threadWaitedNs();
      if (message.beats) heartbeat.start();
      post({ type: 'prepared', cell: message.cell });
      break;
    case 'payload': {
      const { answer: had, transfer } = takePayload(message, clock.now(), options.worker, clock, notes);
      if (transfer.length > 0) parentPort?.postMessage(had, transfer);
      else post(had);
      break;
    }
    case 'account':
      // Collections of the last task are told in a turn of the loop that follows it.
      setImmediate(account, threadCpuNs(source), threadWaitedNs());
      break;
    case 'ping':
      answer({ type: 'pong', n: message.n, hops: [...message.hops, clock.now()] });
      break;
    case 'describe':
      describe();
      break;
    case 'echo':
    case 'watch-begin':
    case 'watch-end':
    case 'map-clock':
      break; // for guests: a worker neither watches a window nor has another clock
    case 'init':
      break; // threads are told at start; a task process turns this message into a thread
  }
}

function execute(ticket: Ticket): Promise<null> | null {
  const receivedNs = clock.now();
  const { recorder, tasks, tickets, waitPerTask } = notes;
  const done = (): null => {
    tickets.push({ n: ticket.n, receivedNs, doneNs: clock.now() });
    return null;
  };
  const waited = waitPerTask ? threadWaitedNs : undefined;
  const station = { worker: options.worker, clock, workloads, recorder, tasks, waited };
  const begin = (): Promise<null> | null => cook(ticket, station);
  if (notes.beats) return betweenBeats(begin).then(done);
  const cooked = begin();
  return cooked === null ? done() : cooked.then(done);
}

/** Begins right at a beat, so that the next one is always due as long after, and waits for beats once it is over. */
async function betweenBeats(begin: () => Promise<null> | null): Promise<void> {
  await heartbeat.callbacks(beatsAround);
  await begin();
  await heartbeat.callbacks(beatsAround);
}

function account(cpuAfterNs: number | null, waitedAfterNs: number | null): void {
  const counters = meter.end();
  const beats = heartbeat.stop();
  const { cell, recorder, tasks, tickets, cpuBeforeNs, waitedBeforeNs } = notes;
  post({
    type: 'accounted',
    cell,
    cpuNs: between(cpuBeforeNs, cpuAfterNs),
    waitedNs: between(waitedBeforeNs, waitedAfterNs),
    counters,
    spans: recorder.finish().spans,
    tasks,
    tickets,
    ...(beats && { beats }),
  });
}

function between(before: number | null, after: number | null): number | null {
  return before === null || after === null ? null : after - before;
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

async function takeUpWork(): Promise<void> {
  if (options.directWay) {
    wire = await joinExchange(options.worker, options.directWay, (message, memory) => {
      // The dispatcher is of the same build, and has shown that it knows the folder: its messages are taken as they are.
      const said = message as ToWorker;
      receive(said.type === 'payload' && memory ? { ...said, data: memory } : said, post);
    });
  }
  post({ type: 'ready' });
}

parentPort?.on('message', (message: ToWorker) => {
  receive(message, byPort);
});
void takeUpWork();
