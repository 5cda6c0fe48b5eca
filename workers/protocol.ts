import * as v from 'valibot';
import { progressSchema, runEventSchema } from '@core/record/events';
import type { ClockMapped, Watched } from '@core/hosts/messages';
import type { PythonFound, RecordSummary } from '@core/ipc/payloads';
import type { DelaySample, ProcessSample, ThreadSample } from '@core/ipc/monitor';
import type { MachineFacts } from './machine/facts';
import type { MemoryReading } from './measurement/memory';
import type { CpuSource } from './measurement/cpu-time';
import type { ProbeSeries, Span, TaskRecord, ThreadCounters } from '@core/record/events';
import type { ExperimentDefinition } from '@core/experiments/definition-types';
import type { Analysis } from '@core/analysis/types';
import type { ClaimSource } from '@core/claims/claim-types';
import type { RunPlan } from '@core/record/plan';
import type { Answers, RunRecord, UnsealedRecord } from '@core/record/record';
import { count, identifier, longText } from '@core/record/schema-parts';
import type { OutcomeMessage, TasksMessage } from './runtime/pool/wire';
import type { PassingWay, PayloadData } from './workloads/payload';
import type { ExecutionMode, Step } from './workloads/step';
import type { ServiceAddress } from './workloads/workload';

export type { ServiceAddress } from './workloads/workload';

/** The messages between the processes and threads of the lab; the only file of `workers` that main may import. */

/** Hosts that are there anyway, in which the lab process can have guests. */
export const guestHosts = ['renderer', 'web-worker', 'main'] as const;
export type GuestKind = (typeof guestHosts)[number];

/** Why a worker's process ended without being asked to. */
export const lostReasons = ['worker-crashed', 'out-of-memory', 'killed', 'launch-failed'] as const;
export type LostReason = (typeof lostReasons)[number];

/** Why a run ended though every process lives. */
export const taskFailures = ['task-failed', 'service-gone', 'disk-full', 'checksums-differ'] as const;

/** Main to the I/O services, and their answers; the rest is the heartbeat that every process answers. */
export interface OpenServices {
  readonly type: 'open';
  readonly folder: string;
  readonly database: boolean;
}
export const fromServicesSchema = v.variant('type', [
  v.strictObject({
    type: v.literal('listening'),
    port: v.pipe(count, v.minValue(1), v.maxValue(65_535)),
    token: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  }),
  v.strictObject({ type: v.literal('failed'), message: longText }),
  v.strictObject({ type: v.literal('pong'), n: count }),
]);

/** Begins a run: the experiment as the record holds it, and where its temporary files go. */
export interface StartRun {
  readonly type: 'start';
  readonly experiment: ExperimentDefinition;
  readonly plan: RunPlan;
  readonly folder: string;
}

/** Main to the lab process. `process-port` carries the port to a task process. */
export type ToLab =
  | StartRun
  | { readonly type: 'services'; readonly address: ServiceAddress }
  | { readonly type: 'services-gone'; readonly message: string }
  | { readonly type: 'process-port'; readonly worker: string; readonly guest?: boolean }
  | { readonly type: 'process-gone'; readonly worker: string; readonly reason: LostReason; readonly message: string }
  | { readonly type: 'ping'; readonly n: number };

/** The lab process to main: checked, because a process that misbehaves is one of the things the lab must survive. */
export const fromLabSchema = v.variant('type', [
  v.strictObject({ type: v.literal('ready') }),
  /** Operating-system id of the dispatcher thread, for the live monitor; null where the system does not tell. */
  v.strictObject({ type: v.literal('dispatcher'), tid: v.nullable(count) }),
  v.strictObject({ type: v.literal('pong'), n: count }),
  v.strictObject({
    type: v.literal('hire'),
    worker: identifier,
    /** Absent: a task process. Otherwise a guest of that host. */
    host: v.optional(v.picklist(guestHosts)),
    /** Size of its libuv pool, which only the environment of a new process can set. */
    poolSize: v.optional(v.pipe(count, v.minValue(1), v.maxValue(1024))),
  }),
  v.strictObject({ type: v.literal('dismiss'), worker: identifier }),
  v.strictObject({ type: v.literal('open-services'), database: v.boolean() }),
  v.strictObject({ type: v.literal('event'), event: runEventSchema }),
  v.strictObject({ type: v.literal('progress'), progress: progressSchema }),
  v.strictObject({ type: v.literal('finished') }),
  v.strictObject({
    type: v.literal('failed'),
    reason: v.picklist([...lostReasons, ...taskFailures, 'unresponsive', 'protocol-error']),
    message: longText,
  }),
]);
export type FromLab = v.InferOutput<typeof fromLabSchema>;

/** A process of the app as main knows it: who it is, and its counters where only Electron can tell them. */
export interface RosterEntry extends Omit<ProcessSample, 'threads'> {
  readonly threads: readonly Omit<ThreadSample, 'cpuSeconds'>[];
}

/** Main to the monitor process. `connect` carries the page's port. */
export type ToMonitor =
  | { readonly type: 'connect' }
  /** Whether anybody looks at processes and delays. */
  | { readonly type: 'watch'; readonly details: boolean }
  /** All processes of the app, sent when they change; where `/proc` is missing, as often as they are to be shown. */
  | { readonly type: 'roster'; readonly source: 'app-metrics' | 'none'; readonly processes: readonly RosterEntry[] }
  /** `atMachineMs`: when the window of time ended, on the machine's monotonic clock (`process.hrtime`). */
  | { readonly type: 'delay'; readonly atMachineMs: number; readonly delay: Omit<DelaySample, 'type' | 'atMs'> };

/** What a worker is given at once: one task from the queue, or all the tasks of a seat. */
export interface Ticket {
  readonly cell: number;
  /** Number of the ticket within its cell. */
  readonly n: number;
  readonly mode: ExecutionMode;
  /** Steps in flight at once under the asynchronous modes. */
  readonly inFlight: number;
  readonly steps: readonly Step[];
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
}

/** One payload on its way to a worker. */
export interface PayloadMessage {
  readonly type: 'payload';
  readonly cell: number;
  readonly task: string;
  readonly way: PassingWay;
  readonly data: PayloadData;
  /** Just before it was handed over: by the dispatcher to a thread, by the lab process's main thread to a process. */
  readonly handedNs: number;
  /** When the main thread of a task process had it; null on the way to a thread, which stamps it itself. */
  readonly hadNs: number | null;
}

/** Dispatcher to a task worker (for processes: through the two relays). */
export type ToWorker =
  | { readonly type: 'init'; readonly options: WorkerOptions }
  | { readonly type: 'describe' }
  /**
   * `watchLoop`: also probe the delay of the worker's event loop, see the thread meter for what it costs. `beats`: keep a
   * heartbeat on it; a ticket then begins right at a beat and is answered after beats that follow its work.
   */
  | { readonly type: 'prepare'; readonly cell: number; readonly watchLoop: boolean; readonly beats: boolean }
  | TasksMessage<Ticket>
  | PayloadMessage
  | { readonly type: 'account'; readonly cell: number }
  | { readonly type: 'ping'; readonly n: number; readonly hops: readonly number[] }
  | ToWatcher;

/** To a guest that watches the loop it runs in: see `core/hosts/messages`. */
export type ToWatcher =
  | { readonly type: 'echo'; readonly n: number }
  | { readonly type: 'watch-begin' }
  | { readonly type: 'watch-end'; readonly inputs: number }
  | { readonly type: 'map-clock' };

/** A task worker to the dispatcher. An answer that comes after its time-out finds the run failed and is dropped. */
export type FromWorker =
  | { readonly type: 'ready' }
  | {
      readonly type: 'described';
      readonly pid: number;
      readonly tid: number | null;
      readonly nice: number | null;
      readonly cpuSource: CpuSource;
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
  readonly counters: ThreadCounters;
  readonly spans: Span[];
  readonly tasks: TaskRecord[];
  readonly tickets: readonly TicketTimes[];
  /** The beats of the cell's heartbeat; absent where it had none, or none was due. */
  readonly beats?: ProbeSeries;
}

/** When a ticket was in the worker's hands. */
export interface TicketTimes {
  readonly n: number;
  readonly receivedNs: number;
  readonly doneNs: number;
}

/** The dispatcher thread to the lab process's main thread, which passes on what is not its own. */
export type FromDispatcher =
  FromLab | { readonly type: 'to-process'; readonly worker: string; readonly message: ToWorker };

export type ToDispatcher =
  | StartRun
  | { readonly type: 'services'; readonly address: ServiceAddress }
  | { readonly type: 'services-gone'; readonly message: string }
  | { readonly type: 'process-connected'; readonly worker: string }
  | { readonly type: 'process-gone'; readonly worker: string; readonly reason: LostReason; readonly message: string }
  | { readonly type: 'from-process'; readonly worker: string; readonly message: FromWorker };

/** Requests to the analysis process, which reads, checks, seals and analyses records; each answer carries the same `n`. */
export type AnalysisRequest =
  /** Computes verdicts, seals the record. */
  | { readonly type: 'finish'; readonly record: UnsealedRecord }
  /** Reads a record file: schema, hash, analysis. */
  | { readonly type: 'open'; readonly text: string }
  /** As `open`, for who has the text and passes it on: gives back no record, which main would have to take apart. */
  | { readonly type: 'check'; readonly text: string }
  /** Reads a record file for a list; gives back little. */
  | { readonly type: 'summarise'; readonly text: string }
  /** Changes what a person may change and seals anew. */
  | { readonly type: 'annotate'; readonly text: string; readonly changes: Annotation }
  /** The report of one record, or of several in one document. */
  | { readonly type: 'report'; readonly texts: readonly string[]; readonly stylesheet: string };

/** What a list of records and the claims ledger need of a record. */
export interface SummarisedRecord {
  readonly summary: RecordSummary;
  readonly source: ClaimSource;
}

export interface Annotation {
  readonly title?: string | undefined;
  readonly notes?: string | undefined;
  readonly answers?: Answers | undefined;
}

/** A record as it is on disk or to be written there, beside what it says. */
export interface SealedRecord {
  readonly text: string;
  readonly record: RunRecord;
  readonly analysis: Analysis;
  readonly summarised: SummarisedRecord;
}

/** What a record says whose text was checked. */
export interface CheckedRecord {
  readonly experiment: string;
  readonly analysis: Analysis;
  /** The record in the current format, as JSON, where the file is of an older one: for who only knows the current one. */
  readonly upgradedText?: string;
}

/** Why a record file cannot be used. */
export interface RecordProblem {
  readonly kind: 'not-json' | 'newer-schema' | 'schema' | 'hash' | 'unknown-experiment' | 'unknown-rules';
  readonly message: string;
}

export type AnalysisResult =
  | { readonly type: 'sealed'; readonly sealed: SealedRecord }
  | { readonly type: 'checked'; readonly checked: CheckedRecord }
  | { readonly type: 'summarised'; readonly summarised: SummarisedRecord }
  | { readonly type: 'problem'; readonly problem: RecordProblem }
  | {
      readonly type: 'html';
      readonly html: string;
      /** The records in it, in order. */
      readonly records: readonly { readonly id: string; readonly hash: string; readonly title: string }[];
    };

export type ToAnalysis = AnalysisRequest & { readonly n: number };
export type FromAnalysis =
  | { readonly type: 'answer'; readonly n: number; readonly result: AnalysisResult }
  | { readonly type: 'error'; readonly n: number; readonly message: string };

/** Questions to the machine process. */
export type ToMachine = { readonly type: 'facts' } | { readonly type: 'pythons' };
export type FromMachine =
  | { readonly type: 'facts'; readonly facts: MachineFacts }
  | { readonly type: 'pythons'; readonly pythons: readonly PythonFound[] };
