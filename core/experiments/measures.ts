/**
 * What an experiment may measure of a cell. Durations are nanoseconds, shares lie between 0 and 1 (`cpu-share` may exceed 1:
 * several workers use several cores), counts are numbers of things, memory is in bytes.
 */
export type MeasureUnit = 'ns' | 'share' | 'count' | 'bytes';

export const measureUnits = {
  /** Wall time of the cell: from the first message to the last answer. */
  total: 'ns',
  /** Longest time a caller waits for one task of the cell: of a task in a queue, from sending it until its answer is there. */
  'task-time': 'ns',
  /**
   * Time the caller needs for all tasks of the cell: handed out, the total, from before the first is sent (or before the
   * workers are hired, where that is part of the cell) until the last answer is there; done by itself, from the begin of
   * the first task until the end of the last, without any message.
   */
  'batch-time': 'ns',
  /** Time from handing a payload over until the receiver has it. */
  'passing-time': 'ns',
  /** How long the job of the cell took by itself, from its begin to its end. */
  'job-time': 'ns',
  /** Share of the job's time, from its begin to its end, in which the thread that executed it was idle. */
  'job-idle': 'share',
  /** Mean time that the job's thread was idle between two of its pieces; not measured where it never was. */
  'job-pause': 'ns',
  /** CPU time of all workers of the cell together. */
  'cpu-time': 'ns',
  /** Longest lateness of a heartbeat on the worker's event loop, counted from when it was due. */
  lateness: 'ns',
  /** Longest interval between two frames of the window that overlaps the cell. */
  'frame-gap': 'ns',
  /** Share of the frames due in the cell that were not drawn. */
  'dropped-frames': 'share',
  /** Longest time from when a synthetic input was due until the page handled it. */
  'input-delay': 'ns',
  /** Longest time from when a call to main was due until its answer was there. */
  'ipc-stall': 'ns',
  /** Share of the cell in which a call to main that was due had no answer for more than 50 ms. */
  'ipc-stalled': 'share',
  /** Longest lateness of a beat on main's event loop. */
  'main-delay': 'ns',
  /** Event-loop utilisation of the workers: share of time not spent idle in the event provider, their mean. */
  utilization: 'share',
  /** Time from the begin of the cell's first task until another one begins. */
  'next-begin': 'ns',
  /** CPU time of all workers divided by the wall time of the cell. */
  'cpu-share': 'share',
  /**
   * CPU time of the whole process that the workers are threads of, divided by the wall time of the cell: how many cores it used,
   * with the threads of the runtime (garbage collection, compiler, libuv pool) among them.
   */
  'cores-used': 'count',
  /** Most connections that the workers had open at once. */
  connections: 'count',
  /**
   * What the process grew by (resident set) from before the cell until its largest, divided by the tasks that wait: where the
   * workers are hired in the cell, they are in it.
   */
  'memory-per-wait': 'bytes',
  /** Tasks of the cell that have no result: their worker was lost, they took too long, or they failed. */
  'lost-tasks': 'count',
  /** Time from the begin of the cell until somebody knew that a task is lost. */
  'loss-known': 'ns',
  /** Time from then until a task that was begun later was served in its place. */
  recovery: 'ns',
  /** Share of the workers' time in which they were blocked by a lock. */
  'lock-wait': 'share',
  /** Share of the dinners of the cell that ended in a deadlock. */
  'deadlock-share': 'share',
  /** Of all updates of a counter in all trials of the cell: the share that the counter does not hold. */
  'lost-share': 'share',
  /** Share of the trials in which at least one update was lost. */
  'lossy-trials': 'share',
  /** Updates lost in all trials together. */
  'lost-updates': 'count',
  /** Mean time of one trial: the time of the cell's longest task, divided by its trials. */
  'trial-time': 'ns',
  /**
   * Of the orders of the cell, which come one by one: the wait from when each was due until its answer was there. The wait that
   * half of them, 95 and 99 in a hundred did not exceed (type 7 quantiles).
   */
  'wait-median': 'ns',
  'wait-p95': 'ns',
  'wait-p99': 'ns',
} as const satisfies Readonly<Record<string, MeasureUnit>>;

export type MeasureId = keyof typeof measureUnits;

/** Measures with a duration as value: they can stand at the head of a part, and a person can predict them in milliseconds. */
export type DurationMeasure = {
  [K in MeasureId]: (typeof measureUnits)[K] extends 'ns' ? K : never;
}[MeasureId];

export const measureIds = Object.keys(measureUnits) as MeasureId[];
export const durationMeasures = measureIds.filter((id): id is DurationMeasure => measureUnits[id] === 'ns');

/**
 * A threshold in milliseconds (durations), as a share, a count or bytes: fixed, a share of a parameter's milliseconds, or a share of
 * another measure of the same cell (of the same unit), whatever core it ran on.
 */
export type Threshold =
  | number
  | { readonly parameter: string; readonly share: number }
  | { readonly measure: MeasureId; readonly share: number };

/**
 * A question about one condition alone: does the measure lie above or below a threshold? For effects whose size theory
 * knows ("the gap is as long as the work"), where a ratio to another condition would say less.
 */
export interface LevelDefinition {
  readonly condition: string;
  readonly measure: MeasureId;
  readonly threshold: Threshold;
  /** What theory predicts. */
  readonly expect: 'above' | 'below';
}

/**
 * A threshold in the measure's own unit: nanoseconds, a share, a count or bytes. Undefined where it is a share of a measure: then
 * only the cells tell.
 * @throws RangeError if the plan has no such parameter
 */
export function thresholdOf(
  { measure, threshold }: Pick<LevelDefinition, 'measure' | 'threshold'>,
  parameters: Readonly<Record<string, number>>,
): number | undefined {
  const scale = measureUnits[measure] === 'ns' ? 1e6 : 1;
  if (typeof threshold === 'number') return threshold * scale;
  if ('measure' in threshold) return undefined;
  const value = parameters[threshold.parameter];
  if (value === undefined) throw new RangeError(`The plan has no parameter ${threshold.parameter}.`);
  return value * threshold.share * scale;
}
