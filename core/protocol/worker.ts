import type { LostTask, ProbeSeries, Span, TaskRecord, ThreadCounters } from '../record/events';
import type { TableRecord, TrialsRecord, UpdateLog } from '../record/findings';
import type { ServiceAddress } from './services';
import type { ExecutionMode, Step } from './step';
import type { OutcomeMessage, TasksMessage } from './tasks';

/** What a worker is given at once: one task from the queue, or all the tasks of a seat. */
export interface Ticket {
  readonly cell: number;
  /** Number of the ticket within its cell. */
  readonly n: number;
  readonly mode: ExecutionMode;
  /** Steps in flight at once under the asynchronous modes. */
  readonly inFlight: number;
  readonly steps: readonly Step[];
  /** Executed after the step that may fail, whether it has failed or not: shows when work goes on. */
  readonly again?: Step;
}

/** What a new task worker is told. */
export interface WorkerOptions {
  readonly worker: string;
  /** Origin of the run's clock, as a decimal string. */
  readonly originNs: string;
  readonly lowerPriority: boolean;
  readonly folder: string | null;
  readonly services: ServiceAddress | null;
  /** Limit of the worker's JavaScript heap in MB; null: what the runtime gives. */
  readonly memoryLimitMb: number | null;
  /** Memory that all threads of the worker's condition share; absent: they share none. Processes cannot. */
  readonly shared?: SharedArrayBuffer;
  /** For a task process: whether tasks are executed on its main thread; absent: in a thread of their own. */
  readonly bare?: boolean;
  /** For a task process: the way to the dispatcher without relays; absent: there is none. */
  readonly directWay?: DirectWay;
}

/** Where a task process's thread connects to the dispatcher's, and with what it says who it is. */
export interface DirectWay {
  /** Of a Unix socket, or the name of a pipe on Windows. */
  readonly path: string;
  readonly token: string;
}

/** How a payload gets to its receiver: copied (structured clone), moved (transfer list), or in memory that both see. */
export type PassingWay = 'clone' | 'transfer' | 'shared';

export type PayloadData = ArrayBuffer | SharedArrayBuffer;

/** One payload on its way to a worker. */
export interface PayloadMessage {
  readonly type: 'payload';
  readonly cell: number;
  readonly task: string;
  readonly way: PassingWay;
  readonly data: PayloadData;
  /** Just before it was handed over: by the dispatcher, or by the lab process's main thread where that relays. */
  readonly handedNs: number;
  /** When a relaying main thread of a task process had it; null where the executing thread stamps it itself. */
  readonly hadNs: number | null;
}

/** Dispatcher to a task worker (for processes: directly, or through the two relays). */
export type ToWorker =
  | { readonly type: 'init'; readonly options: WorkerOptions }
  | { readonly type: 'describe' }
  /**
   * `watchLoop`: also probe the delay of the worker's event loop, see the thread meter for what it costs. `beats`: keep a
   * heartbeat on it; a ticket then begins right at a beat and is answered after beats that follow its work. `waitPerTask`:
   * read between tasks how long the thread waited for a core; only for tasks long enough for that (see `waitPerTaskFromMs`).
   */
  | {
      readonly type: 'prepare';
      readonly cell: number;
      readonly watchLoop: boolean;
      readonly beats: boolean;
      readonly waitPerTask?: boolean;
    }
  | TasksMessage<Ticket>
  | PayloadMessage
  | { readonly type: 'account'; readonly cell: number }
  | { readonly type: 'ping'; readonly n: number; readonly hops: readonly number[] }
  | ToWatcher;

/** To a guest that watches the loop it runs in; `inputs`: how many synthetic inputs were sent to it. */
export type ToWatcher =
  | { readonly type: 'echo'; readonly n: number }
  | { readonly type: 'watch-begin' }
  | { readonly type: 'watch-end'; readonly inputs: number }
  | { readonly type: 'map-clock' };

/** Where the CPU time of a thread comes from. */
export type CpuSource = 'schedstat' | 'threadCpuUsage' | 'none';

/** Memory of a process and heap of an isolate, in bytes; null: the system does not tell. */
export interface MemoryReading {
  readonly processRssBytes: number | null;
  readonly processPssBytes: number | null;
  readonly heapBytes: number | null;
}

/** A task worker to the dispatcher. An answer that comes after its time-out finds the run failed and is dropped. */
export type FromWorker =
  | { readonly type: 'ready' }
  | {
      readonly type: 'described';
      readonly pid: number;
      readonly tid: number | null;
      readonly nice: number | null;
      /** `thread_time`: Python's own. */
      readonly cpuSource: CpuSource | 'thread_time';
      readonly memory: MemoryReading;
      readonly cpuSeconds: number;
    }
  | { readonly type: 'prepared'; readonly cell: number }
  | OutcomeMessage<null>
  /** A payload was read; what was moved to the worker is moved back. */
  | { readonly type: 'had'; readonly cell: number; readonly data: ArrayBuffer | null }
  | CellAccount
  | { readonly type: 'pong'; readonly n: number; readonly hops: readonly number[] }
  | { readonly type: 'echoed'; readonly n: number }
  | { readonly type: 'watching' }
  | Watched
  | ClockMapped
  | { readonly type: 'crashed'; readonly outOfMemory: boolean; readonly message: string };

/** What a worker did during a cell: recorded while it worked, sent when the cell is over. */
export interface CellAccount {
  readonly type: 'accounted';
  readonly cell: number;
  readonly cpuNs: number | null;
  /** How long the thread was ready but had no core, over the same time as `cpuNs`; null where the system does not tell. */
  readonly waitedNs: number | null;
  readonly counters: ThreadCounters;
  readonly spans: Span[];
  readonly tasks: TaskRecord[];
  readonly tickets: readonly TicketTimes[];
  /** Tasks that failed and whose failure the worker caught; absent where there are none. */
  readonly failed?: readonly FailedTask[];
  /** Most connections to the I/O services that it had open at once; absent where it had none. */
  readonly connections?: number;
  /** What this worker saw of the dinners of the cell; absent where it did not dine. */
  readonly table?: TableRecord;
  /** What came of trials; told by one worker of those who had them together. */
  readonly trials?: TrialsRecord;
  /** What its adders read and wrote in the first trial; absent where nobody wrote it down. */
  readonly logs?: readonly UpdateLog[];
  /** The beats of the cell's heartbeat; absent where it had none, or none was due. */
  readonly beats?: ProbeSeries;
}

/** A task that failed while its worker went on. */
export interface FailedTask extends Pick<LostTask, 'task' | 'knownNs' | 'ended'> {
  readonly reason: string;
}

/** When a ticket was in the worker's hands. */
export interface TicketTimes {
  readonly n: number;
  readonly receivedNs: number;
  readonly doneNs: number;
}

/** What a guest saw while it watched. Main has beats and inputs, the page frames and the times at which inputs arrived. */
export interface Watched {
  readonly type: 'watched';
  /** When each frame was drawn, on the run's clock. */
  readonly framesNs: number[];
  /** Median interval of undisturbed frames; 0 where nothing is drawn. */
  readonly frameNs: number;
  /** When each synthetic input was handled, in the order in which they were sent. */
  readonly inputsNs: number[];
  /** Beats of the guest's own loop: lateness of each; null where it keeps none. */
  readonly beats: { readonly periodNs: number; readonly firstDueNs: number; readonly latencyNs: number[] } | null;
  /** Synthetic inputs that were sent with the beats, one each. */
  readonly inputs: number;
}

/** How a page's clock was mapped to the run's. */
export interface ClockMapped {
  readonly type: 'clock-mapped';
  readonly pings: number;
  readonly shortestTripNs: number;
  /** Offset found now minus the one in use, in nanoseconds. */
  readonly driftNs: number;
}
