import * as v from 'valibot';

const atMs = v.pipe(v.number(), v.minValue(0));
const sequence = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const systemId = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const notNegative = v.pipe(v.number(), v.finite(), v.minValue(0));
const name = v.pipe(v.string(), v.maxLength(120));

/** One sample of the machine, taken by the monitor process and sent straight to the page. */
export const loadSampleSchema = v.object({
  type: v.literal('load'),
  /** Counts up by one; a jump means that samples were lost. */
  sequence,
  /** Milliseconds on the monitor's monotonic clock. */
  atMs,
  /** Busy share of each logical core since the sample before; 1 is fully busy. */
  perCore: v.array(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  memoryUsedBytes: v.pipe(v.number(), v.minValue(0)),
  memoryTotalBytes: v.pipe(v.number(), v.minValue(0)),
});
export type LoadSample = v.InferOutput<typeof loadSampleSchema>;

/** What a process of the app is there for. */
export const processRoles = [
  'main',
  'page',
  'report',
  'gpu',
  'network',
  'helper',
  'lab',
  'task',
  'services',
  'monitor',
  'analysis',
  'machine',
] as const;
export type ProcessRole = (typeof processRoles)[number];

/** A thread that the lab knows by what it does: the dispatcher, or a task worker by its condition and seat. */
export const threadSchema = v.object({
  tid: systemId,
  role: v.picklist(['dispatcher', 'worker']),
  /** Condition and seat of a task worker; empty for the dispatcher. */
  condition: name,
  seat: name,
  /** CPU time since the thread began, in seconds. */
  cpuSeconds: notNegative,
});
export type ThreadSample = v.InferOutput<typeof threadSchema>;

export const processSchema = v.object({
  pid: systemId,
  role: v.picklist(processRoles),
  /** What tells it from others of its role, e.g. the worker's id; may be empty. */
  detail: name,
  /** CPU time (user and system, all threads) since the process began, in seconds; null where the system does not tell. */
  cpuSeconds: v.nullable(notNegative),
  /** Resident set: pages shared with other processes are counted in each of them. */
  memoryBytes: v.nullable(notNegative),
  threads: v.pipe(v.array(threadSchema), v.maxLength(1_000)),
});
export type ProcessSample = v.InferOutput<typeof processSchema>;

/** Counters of every process of the app, read at one moment; sent while the page asks for details. */
export const processesSampleSchema = v.object({
  type: v.literal('processes'),
  sequence,
  atMs,
  /** Where the counters come from: Linux `/proc`, Electron's cumulative counters, or nowhere. */
  source: v.picklist(['proc', 'app-metrics', 'none']),
  processes: v.pipe(v.array(processSchema), v.maxLength(1_000)),
});
export type ProcessesSample = v.InferOutput<typeof processesSampleSchema>;

/** How promptly a thread answered over one window of time that ended at `atMs`. */
export const delaySampleSchema = v.object({
  type: v.literal('delay'),
  /** `main`: lateness of open-loop beats of main's event loop. `lab`: answer time of the lab process to a heartbeat. */
  of: v.picklist(['main', 'lab']),
  atMs,
  /** Beats that were due, or heartbeats that were answered. */
  count: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  medianMs: notNegative,
  longestMs: notNegative,
});
export type DelaySample = v.InferOutput<typeof delaySampleSchema>;

/** Everything that may arrive on the monitor's port. */
export const monitorMessageSchema = v.variant('type', [loadSampleSchema, processesSampleSchema, delaySampleSchema]);
export type MonitorMessage = v.InferOutput<typeof monitorMessageSchema>;

/** Samples per second of the one poller. */
export const monitorRateHz = 4;
/** Every how many load samples the processes are read too: 2 Hz. */
export const processesEvery = 2;
/** Windows of the delays per second, and the period of main's beats in ms. */
export const delayRateHz = 2;
export const mainBeatMs = 50;
