import * as v from 'valibot';
import { cellOutcomes, workerKinds } from '../experiments/definition-types';
import { tableSchema, trialsSchema, updateLogSchema } from './findings';
import { spareRoundSchema } from './lost-measures';
import {
  bytes,
  count,
  countTo,
  identifier,
  mostRounds,
  longText,
  nanoseconds,
  share,
  shortText,
  workerStates,
} from './schema-parts';

/**
 * What the lab process reports while a run goes on. The record is these events, folded; the same lines are the journal
 * on disk from which an interrupted run is recovered.
 */

/** A kernel's speed in one kind of host on this machine, measured once per run at normal priority. */
export const calibrationSchema = v.strictObject({
  kernel: identifier,
  /** Where it was measured; absent: in a worker thread of the lab process (the dispatcher), as all records of 0.1.0. */
  host: v.exactOptional(v.picklist(workerKinds)),
  iterationsPerMs: v.pipe(v.number(), v.minValue(1)),
  samples: v.array(v.strictObject({ iterations: count, durationNs: nanoseconds })),
  /** Iterations given to each compute task and to the sentinel, by name; for other workloads their own units. */
  iterations: v.record(identifier, count),
});

/** A workload sized on this machine: how many units make a task take the wanted time when executed synchronously. */
export const workloadCalibrationSchema = v.strictObject({
  /** The name under which `iterations` of the calibration holds the units. */
  name: identifier,
  /** What was calibrated: a kernel, an operation of the libuv pool, `file` or `database`. */
  operation: identifier,
  unit: v.picklist(['iterations', 'rows', 'steps', 'bytes', 'table-rows']),
  wantedMs: v.pipe(v.number(), v.minValue(0)),
  units: count,
  samples: v.array(v.strictObject({ units: count, durationNs: nanoseconds })),
});
export type WorkloadCalibration = v.InferOutput<typeof workloadCalibrationSchema>;

/** Where threads may run: what was asked for and what was read back. */
export const pinningSchema = v.strictObject({
  condition: identifier,
  /** Number of cores asked for. */
  cores: count,
  method: v.picklist(['taskset', 'powershell', 'none']),
  /** Cpus_allowed_list of every thread, read back from the system, without repetitions; null where it cannot be read. */
  allowed: v.nullable(v.array(shortText)),
  /** True only if what was read back is what was asked for, in every thread. */
  verified: v.boolean(),
  threads: count,
});
export type PinningRecord = v.InferOutput<typeof pinningSchema>;

export const memorySchema = v.strictObject({
  /** Resident set of the worker's process; for a thread, of the whole lab process. */
  processRssBytes: bytes,
  /** Proportional share of the same (Linux `smaps_rollup`), which counts shared pages once. */
  processPssBytes: bytes,
  heapBytes: bytes,
});

export const workerSchema = v.strictObject({
  id: identifier,
  condition: identifier,
  seat: identifier,
  kind: v.picklist(workerKinds),
  hired: v.boolean(),
  pid: count,
  /** Operating-system id of the thread that executes tasks; null where the system does not tell. */
  tid: v.nullable(count),
  requestedNs: nanoseconds,
  readyNs: nanoseconds,
  /** Nice value read back after lowering the priority; null where it cannot be read. */
  nice: v.nullable(v.pipe(v.number(), v.safeInteger())),
  cpuSource: v.picklist(['schedstat', 'threadCpuUsage', 'thread_time', 'none']),
  memory: memorySchema,
});
export type WorkerRecord = v.InferOutput<typeof workerSchema>;

/** One hiring from nothing: the time from asking for the condition's hired workers until all of them are ready. */
export const hiringSchema = v.strictObject({
  condition: identifier,
  trial: count,
  workers: count,
  requestedNs: nanoseconds,
  readyNs: nanoseconds,
  /** Memory that came with the hired workers together: PSS (or RSS) afterwards minus before, and its basis. */
  memoryBytes: v.nullable(v.pipe(v.number(), v.safeInteger())),
  memoryBasis: v.picklist(['pss', 'rss', 'none']),
});
export type HiringRecord = v.InferOutput<typeof hiringSchema>;

/**
 * How messages get to a worker: by a port of its own process; from one process to another by a local socket between the two
 * threads, or by Electron's port with a relay at either end.
 */
export const transports = ['thread-port', 'socket', 'electron-port'] as const;
export type Transport = (typeof transports)[number];

/** Empty messages to a worker and back, outside timed sections. */
export const messageTripsSchema = v.strictObject({
  worker: identifier,
  kind: v.picklist(['thread', 'process']),
  roundTripNs: v.array(nanoseconds),
  /** The part of each round trip between dispatcher and task process that the two relays took; empty where there are none. */
  relayNs: v.array(nanoseconds),
  /** How the messages went; absent in records made before it was stored, where processes were reached by Electron's port. */
  transport: v.exactOptional(v.picklist(transports)),
  /** The same over Electron's port, for a process that is reached by a socket. */
  overPort: v.exactOptional(v.strictObject({ roundTripNs: v.array(nanoseconds), relayNs: v.array(nanoseconds) })),
});

/** Why a worker is blocked: a lock, a synchronous wait (for a timer, an answer, a file), or a message. */
export const blockedReasons = ['lock', 'sync-wait', 'message'] as const;
export type BlockedReason = (typeof blockedReasons)[number];

export const spanSchema = v.strictObject({
  state: v.picklist(workerStates),
  startNs: nanoseconds,
  endNs: nanoseconds,
  task: v.optional(identifier),
  /** What a blocked worker waits for; absent in other states, and in records made before it was stored. */
  reason: v.exactOptional(v.picklist(blockedReasons)),
});
export type Span = v.InferOutput<typeof spanSchema>;

export const taskSchema = v.strictObject({
  task: identifier,
  worker: identifier,
  /** When the worker began it, and when it was served (finished). */
  startNs: nanoseconds,
  servedNs: nanoseconds,
  iterations: count,
  checksum: v.nullable(count),
  /** Where a queue hands out the tasks: when the dispatcher sent it, and when it had the answer. */
  sentNs: v.optional(nanoseconds),
  answeredNs: v.optional(nanoseconds),
  /**
   * Where orders come one by one: when this one was due by the plan, whether or not anybody was free; it was handed out then, or a
   * little later. And the wait that its I/O service was asked for, in whole milliseconds: a timer in the service's own thread.
   */
  dueNs: v.exactOptional(nanoseconds),
  askedMs: v.exactOptional(count),
  /** Where a payload is passed: just before it was handed over, and when the receiver had it. */
  handedNs: v.optional(nanoseconds),
  hadNs: v.optional(nanoseconds),
  /**
   * Of this task's time, how long its thread was ready but had no core: a total, nothing says when. Where the thread executed
   * this task alone, tasks take a millisecond or more, and the system tells (Linux); otherwise absent.
   */
  waitedNs: v.exactOptional(nanoseconds),
});
export type TaskRecord = v.InferOutput<typeof taskSchema>;

/**
 * A task of which there are no times: its worker was lost, it took too long, or it failed. `completed`: it was answered, but
 * what its worker wrote down went with the worker.
 */
export const lostTaskSchema = v.strictObject({
  task: identifier,
  /** Who had it; null where the queue does not tell. */
  worker: v.nullable(identifier),
  outcome: v.picklist(cellOutcomes),
  /** When the dispatcher knew, or the worker that went on without it. */
  knownNs: nanoseconds,
  /** What was seen to end with it although its worker went on: a thread that the task had to itself. Absent: nothing else. */
  ended: v.exactOptional(v.picklist(['thread'])),
});
export type LostTask = v.InferOutput<typeof lostTaskSchema>;

/** Counters of the thread that executes tasks, over one cell. Null where the system does not tell. */
export const threadCountersSchema = v.strictObject({
  /** Context switches because the thread waited, and because another thread was given its core (Linux). */
  voluntarySwitches: v.nullable(count),
  involuntarySwitches: v.nullable(count),
  /** Event-loop utilisation as Node computes it: share of time not spent idle in the event provider. */
  utilization: v.nullable(share),
  /** Event-loop delay above the sampling interval: median, 99th percentile and longest, by an interval timer. */
  loopDelay: v.nullable(v.strictObject({ medianNs: nanoseconds, p99Ns: nanoseconds, longestNs: nanoseconds })),
  /** How often the system moved the thread to another core (Linux); absent in records made before it was read. */
  migrations: v.exactOptional(v.nullable(count)),
  /** Time in garbage collections of the thread's own heap; absent in records made before it was read. */
  garbageNs: v.exactOptional(v.nullable(nanoseconds)),
});
export type ThreadCounters = v.InferOutput<typeof threadCountersSchema>;

/**
 * Open-loop probes: probe i was due at `firstDueNs + i * periodNs`, whether or not the one before had been answered, and
 * took `latencyNs[i]` from then on. A beat that could not even be sent while something was blocked counts from when it was
 * due.
 */
export const probeSeriesSchema = v.strictObject({
  periodNs: v.pipe(count, v.minValue(1)),
  firstDueNs: nanoseconds,
  latencyNs: v.array(nanoseconds),
});
export type ProbeSeries = v.InferOutput<typeof probeSeriesSchema>;

/** What the window and main did during a cell and shortly before and after it, on the run's clock. */
export const windowProbesSchema = v.strictObject({
  /** When each frame was drawn (the time at which the page's frame callback ran), ascending. */
  framesNs: v.array(nanoseconds),
  /** Shortest interval at which this window draws when nothing disturbs it, in nanoseconds: the median of the quiet ones. */
  frameNs: v.pipe(count, v.minValue(1)),
  /** Calls from the page to main and back. */
  ipc: probeSeriesSchema,
  /** Synthetic input sent by main, until the page handled it; null where the window took no input. */
  input: v.nullable(probeSeriesSchema),
  /** Where `input` is null because inputs were lost: how many main sent, and how many reached the page. */
  lostInputs: v.exactOptional(v.strictObject({ sent: count, arrived: count })),
  /** Beats on main's event loop. */
  main: probeSeriesSchema,
});
export type WindowProbes = v.InferOutput<typeof windowProbesSchema>;

/** How well a page's clock is mapped to the run's: half the shortest round trip of the pings, before and after the run. */
export const clockMappingSchema = v.strictObject({
  host: identifier,
  pings: count,
  shortestTripNs: nanoseconds,
  /** Difference between the offset found after the run and the one before; null if the run ended before. */
  driftNs: v.nullable(v.pipe(v.number(), v.safeInteger())),
});
export type ClockMapping = v.InferOutput<typeof clockMappingSchema>;

/**
 * What every logical core did around a cell, from the operating system's cumulative counters: read just before the workers
 * are told to get ready and just after the last account, so a few milliseconds more than the cell. The counters often have
 * steps of 10 ms: one short cell says little, many together say much.
 */
export const coreTimesSchema = v.strictObject({
  busyMs: v.array(v.pipe(v.number(), v.minValue(0))),
  totalMs: v.array(v.pipe(v.number(), v.minValue(0))),
});
export type CoreTimes = v.InferOutput<typeof coreTimesSchema>;

/**
 * What may have slowed a cell from outside its workers, from before its first sentinel until after its second. Null where
 * the system does not tell.
 */
export const disturbanceSchema = v.strictObject({
  observedNs: nanoseconds,
  /** Of the two sentinels together, how long the thread that executes them was ready but had no core. */
  sentinelWaitedNs: v.nullable(nanoseconds),
  /** How often and how long the control group's CPU quota stopped the program's threads (Linux). */
  throttles: v.nullable(count),
  throttledNs: v.nullable(nanoseconds),
  /** CPU time of other programs; also null where the run's own share is not known. Counters have steps of about 10 ms. */
  otherNs: v.nullable(nanoseconds),
});
export type Disturbance = v.InferOutput<typeof disturbanceSchema>;

/**
 * One condition of one part, executed once. Spans of each worker cover startNs..endNs without gap or overlap. A worker that was
 * lost in the cell told nothing about it and is not among `workers`; whoever came in its place is, from its start-up on.
 */
export const cellSchema = v.strictObject({
  index: count,
  /** 0 is the warm-up, which is stored and shown but never analysed. */
  round: countTo(mostRounds),
  repetition: countTo(mostRounds),
  part: identifier,
  condition: identifier,
  startNs: nanoseconds,
  endNs: nanoseconds,
  sentinelBeforeNs: nanoseconds,
  sentinelAfterNs: nanoseconds,
  messages: count,
  workers: v.array(
    v.strictObject({
      worker: identifier,
      /** CPU time of the worker's thread from before the ticket until after the answer. */
      cpuNs: v.nullable(nanoseconds),
      /**
       * Over the same time as `cpuNs`: how long the thread was ready but had no core. A total on `busy`, never placed in a
       * span. Null: not told by this system; absent in records made before it was read.
       */
      waitedNs: v.exactOptional(v.nullable(nanoseconds)),
      spans: v.array(spanSchema),
      /** Counters of the same thread over the same time as `cpuNs`; absent in records made before they were read. */
      counters: v.optional(threadCountersSchema),
      /** Most connections to the I/O services that it had open at once; absent where it had none, and in older records. */
      connections: v.exactOptional(count),
      /** Heartbeats on the worker's event loop while it executed its tasks; absent where nobody asked for them. */
      beats: v.optional(probeSeriesSchema),
    }),
  ),
  tasks: v.array(taskSchema),
  /** How it ended and why, where the part allows more than `completed`; absent: `completed`. */
  outcome: v.exactOptional(v.strictObject({ status: v.picklist(cellOutcomes), reason: longText })),
  /** Tasks without times; absent where every task has them. */
  lost: v.exactOptional(v.array(lostTaskSchema)),
  /** Absent in records made before it was read. */
  disturbance: v.exactOptional(disturbanceSchema),
  /**
   * The one process that all workers of the cell are threads of, from before they are told to get ready until after the last
   * answer. Absent where the part does not ask for it, where workers are processes, and in older records.
   */
  process: v.exactOptional(
    v.strictObject({
      /** CPU time of all its threads: the dispatcher and those of the runtime are among them. */
      cpuNs: nanoseconds,
      /** Resident set before, and its largest by samples every 10 ms; absent where nobody asks for memory. */
      resident: v.exactOptional(v.strictObject({ beforeBytes: count, mostBytes: count })),
    }),
  ),
  /** Absent where nobody dines. */
  table: v.exactOptional(tableSchema),
  /** Absent where the cell has no trials. */
  trials: v.exactOptional(trialsSchema),
  /** Of the cell's first trial; absent where nobody wrote down what it read and wrote. */
  logs: v.exactOptional(v.array(updateLogSchema)),
  /** Absent where the experiment does not look at the cores. */
  cores: v.optional(coreTimesSchema),
  /** Probes of the window and of main; absent where the experiment does not look at them. */
  window: v.optional(windowProbesSchema),
});
export type CellRecord = v.InferOutput<typeof cellSchema>;

/** Load of the machine over one interval, from the operating system's own counters. */
export const loadSchema = v.strictObject({
  /** -1 before the run, otherwise the round that was going on. */
  round: v.pipe(v.number(), v.safeInteger(), v.minValue(-1)),
  startNs: nanoseconds,
  endNs: nanoseconds,
  /** Busy share of each core, 1 is fully busy. */
  perCore: v.array(share),
  /** Places in `perCore` of the cores that the lab may use (affinity); absent: all of them, and in old records. */
  usable: v.exactOptional(v.array(count)),
  /** CPU seconds used by the lab process and its task processes. */
  ownCpuSeconds: v.pipe(v.number(), v.minValue(0)),
});

/** Why no further round was measured, in a run with a target for the width of its intervals. */
export const stopSchema = v.strictObject({
  reason: v.picklist(['narrow-enough', 'maximum-reached']),
  rounds: countTo(mostRounds),
  /** Width (high / low - 1) of the widest ratio interval when it stopped; null if there was none. */
  widest: v.nullable(v.pipe(v.number(), v.minValue(0))),
});

/** What a search left to be confirmed, and after which of its rounds. */
export const candidatesSchema = v.strictObject({ afterRound: count, conditions: v.array(identifier) });
export type Candidates = v.InferOutput<typeof candidatesSchema>;

export const warningSchema = v.strictObject({
  code: identifier,
  values: v.record(v.string(), v.union([v.string(), v.number()])),
});
export type RunWarning = v.InferOutput<typeof warningSchema>;

export const progressSchema = v.strictObject({
  phase: v.picklist(['starting', 'checking', 'calibrating', 'hiring', 'warming-up', 'measuring', 'analysing']),
  done: count,
  planned: count,
  round: count,
  rounds: count,
  part: v.nullable(shortText),
  condition: v.nullable(shortText),
});
export type RunProgress = v.InferOutput<typeof progressSchema>;

export const runEventSchema = v.variant('type', [
  v.strictObject({ type: v.literal('order'), cells: v.array(v.tuple([count, identifier, identifier])) }),
  v.strictObject({
    type: v.literal('spare-round'),
    spare: spareRoundSchema,
    cells: v.array(v.tuple([count, identifier, identifier])),
  }),
  v.strictObject({
    type: v.literal('narrowed'),
    candidates: candidatesSchema,
    cells: v.array(v.tuple([count, identifier, identifier])),
  }),
  v.strictObject({ type: v.literal('calibrated'), calibration: calibrationSchema }),
  v.strictObject({ type: v.literal('workload-calibrated'), calibration: workloadCalibrationSchema }),
  v.strictObject({ type: v.literal('pinned'), pinning: pinningSchema }),
  v.strictObject({ type: v.literal('stopped'), stop: stopSchema }),
  v.strictObject({ type: v.literal('clock-mapped'), mapping: clockMappingSchema }),
  v.strictObject({ type: v.literal('hiring'), hiring: hiringSchema }),
  v.strictObject({ type: v.literal('worker'), worker: workerSchema }),
  v.strictObject({ type: v.literal('message-trips'), trips: messageTripsSchema }),
  v.strictObject({ type: v.literal('cell'), cell: cellSchema }),
  v.strictObject({ type: v.literal('load'), load: loadSchema }),
  v.strictObject({ type: v.literal('warning'), warning: warningSchema }),
]);
export type RunEvent = v.InferOutput<typeof runEventSchema>;
