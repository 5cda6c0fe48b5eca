import type { TaskRecord } from '@core/record/events';
import type { FailedTask, FromWorker, Ticket, TicketTimes, ToWorker, WorkerOptions } from '@core/protocol/worker';
import { createClock } from '../measurement/clock';
import { cpuSource, threadCpuNs, threadWaitedNs } from '../measurement/cpu-time';
import { createHeartbeat } from '../measurement/heartbeat';
import { readMemory } from '../measurement/memory';
import { createSpanRecorder } from '../measurement/span-recorder';
import type { SpanRecorder } from '../measurement/span-recorder';
import { lowerOwnPriority, ownPriority, threadId } from '../measurement/thread-identity';
import { createThreadMeter } from '../measurement/thread-meter';
import { createWorkloads } from '../workloads/workload-table';
import { cook } from './cook';
import { createTaskServer } from './pool/serve-tasks';
import { takePayload } from './take-payload';
import { joinExchange } from './wire/join';
import type { Wire } from './wire/wire';

/** The way between a thread that executes tasks and whoever started it. */
export interface TicketPort {
  onMessage(listener: (message: ToWorker) => void): void;
  /** @param transfer what is moved with the message; a port to another process has none */
  post(message: FromWorker, transfer?: readonly ArrayBuffer[]): void;
}

/** What is written down during a cell and sent when it is over. */
interface CellNotes {
  readonly cell: number;
  readonly recorder: SpanRecorder;
  readonly tasks: TaskRecord[];
  readonly failed: FailedTask[];
  readonly tickets: TicketTimes[];
  cpuBeforeNs: number | null;
  waitedBeforeNs: number | null;
  /** Whether waiting for a core is read between tasks. */
  readonly waitPerTask: boolean;
  /** Whether the heartbeat goes on during this cell. */
  readonly beats: boolean;
}

/** Beats of the heartbeat before a ticket begins, and after its work is done: the loop is seen free on both sides. */
const beatsAround = 2;

/**
 * Executes the tickets that come on a port, or by a direct connection to the dispatcher, and tells what was done: the work of a
 * thread that executes tasks.
 */
export function serveTickets(options: WorkerOptions, port: TicketPort): void {
  const clock = createClock(BigInt(options.originNs));
  const source = cpuSource();
  const meter = createThreadMeter(clock);
  const heartbeat = createHeartbeat(clock);
  const workloads = createWorkloads(options);
  const server = createTaskServer<Ticket, null>(execute, post);

  let notes = notesOf(-1, false, false);
  /** The direct connection to the dispatcher, where there is one. */
  let wire: Wire | undefined;
  if (options.lowerPriority) lowerOwnPriority();

  /** What is said without being asked: directly where this thread is joined to the dispatcher, else by its port. */
  function post(message: FromWorker): void {
    if (wire) wire.send(message);
    else port.post(message);
  }

  function notesOf(cell: number, beats: boolean, waitPerTask: boolean): CellNotes {
    const recorder = createSpanRecorder(clock, clock.now(), 'idle');
    const none = { tasks: [], failed: [], tickets: [], cpuBeforeNs: null, waitedBeforeNs: null };
    return { ...none, cell, recorder, beats, waitPerTask };
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
        if (transfer.length > 0) port.post(had, transfer);
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
    const { recorder, tasks, failed, tickets, waitPerTask } = notes;
    const done = (): null => {
      tickets.push({ n: ticket.n, receivedNs, doneNs: clock.now() });
      return null;
    };
    const waited = waitPerTask ? threadWaitedNs : undefined;
    const station = { worker: options.worker, clock, workloads, recorder, tasks, failed, waited };
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
    const connections = workloads.mostConnections();
    const table = workloads.takeTable();
    const findings = workloads.takeFindings();
    const { cell, recorder, tasks, failed, tickets, cpuBeforeNs, waitedBeforeNs } = notes;
    post({
      type: 'accounted',
      cell,
      cpuNs: between(cpuBeforeNs, cpuAfterNs),
      waitedNs: between(waitedBeforeNs, waitedAfterNs),
      counters,
      spans: recorder.finish().spans,
      tasks,
      tickets,
      ...(failed.length > 0 && { failed }),
      ...(connections > 0 && { connections }),
      ...(table && { table }),
      ...findings,
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

  port.onMessage((message) => {
    receive(message, (answer) => {
      port.post(answer);
    });
  });
  void takeUpWork();
}
