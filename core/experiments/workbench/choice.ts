import * as v from 'valibot';
import { strategies, workloads } from '../definition-types';

/** What the workloads `cpu`, `mixed` and `threadpool` compute; the other workloads have one kind only. */
export const operations = {
  cpu: ['knead', 'mandelbrot', 'chase'],
  mixed: ['knead', 'mandelbrot', 'chase'],
  threadpool: ['pbkdf2', 'zlib'],
} as const;
export type KernelOperation = (typeof operations)['cpu'][number];
export type PoolOperation = (typeof operations)['threadpool'][number];

const whole = v.pipe(v.number(), v.integer());
const workerCount = v.pipe(whole, v.minValue(1), v.maxValue(512));
const inFlightCount = v.pipe(whole, v.minValue(1), v.maxValue(256));

/** Most tasks in one cell: every task of every cell is stored with its times. */
export const mostTasks = 1000;
/** Most conditions in one comparison: more cannot be read in one chart. */
export const mostConditions = 24;
/** Most workers of all conditions together: they are all alive during the whole run. */
export const mostWorkers = 96;

function distinct(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length;
}

/** Least time of a task in milliseconds: below it a message costs more than the task. */
export const leastTaskMs = 0.01;

/** What a task is made of, for one core that is free: milliseconds of computing and of waiting. */
export const taskTimesSchema = v.strictObject({
  cpuMs: v.pipe(v.number(), v.minValue(0), v.maxValue(1000)),
  waitingMs: v.pipe(v.number(), v.minValue(0), v.maxValue(1000)),
});
export type TaskTimes = v.InferOutput<typeof taskTimesSchema>;

/** A comparison put together by a person: one workload under several strategies. */
export const workbenchSchema = v.strictObject({
  workload: v.picklist(workloads),
  /** Which kernel or operation; taken where the workload has several kinds, otherwise `none`. */
  operation: v.picklist(['none', 'knead', 'mandelbrot', 'chase', 'pbkdf2', 'zlib']),
  /** Wanted time of one task when it is executed alone and synchronously, in milliseconds. */
  taskMs: v.pipe(v.number(), v.minValue(0.01), v.maxValue(2000)),
  /** Tasks in each cell. */
  tasks: v.pipe(whole, v.minValue(1), v.maxValue(mostTasks)),
  strategies: v.pipe(
    v.array(v.picklist(strategies)),
    v.minLength(1),
    v.check((values) => distinct(values), 'Name each strategy once.'),
  ),
  /** Worker counts for the strategies with threads or processes. */
  workers: v.pipe(
    v.array(workerCount),
    v.minLength(1),
    v.maxLength(12),
    v.check((values) => distinct(values), 'Name each number once.'),
  ),
  /** Tasks in flight: per loop for `async` and `async-chunked`, per worker for `threads-async`, `processes-async`. */
  inFlight: v.pipe(
    v.array(inFlightCount),
    v.minLength(1),
    v.maxLength(8),
    v.check((values) => distinct(values), 'Name each number once.'),
  ),
  /** Longest piece of computation between two turns of the loop under `async-chunked`, in milliseconds. */
  chunkMs: v.pipe(v.number(), v.minValue(0.1), v.maxValue(1000)),
  /** Share of a task of `mixed` and `database` that it waits; the rest computes. */
  waitShare: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  /** Waits (`socket`, `database`, `timer`, `mixed`) vary evenly by this share to both sides; drawn from the seed. */
  jitterShare: v.pipe(v.number(), v.minValue(0), v.maxValue(0.9)),
  /** Whether the workers of threads and processes are hired anew inside each cell, their start-up being part of it. */
  cold: v.optional(v.boolean(), false),
  /** Whether the window's frames and input, calls to main and main's loop are watched during each cell. */
  watchWindow: v.optional(v.boolean(), false),
  /** Number of cores that workers and dispatcher may run on; null: not pinned. The I/O services are never pinned. */
  pinnedCores: v.nullable(workerCount),
  /** Limit of each worker's JavaScript heap in MB; null: what the runtime gives. */
  memoryLimitMb: v.nullable(v.pipe(whole, v.minValue(16), v.maxValue(16_384))),
  /** A task that takes longer ends the run, in milliseconds; null: a limit is derived from the size of the task. */
  taskTimeoutMs: v.nullable(v.pipe(whole, v.minValue(10), v.maxValue(600_000))),
  /** Stop before the last round when every ratio interval is narrower than this (high / low - 1); null: never. */
  targetWidth: v.nullable(v.pipe(v.number(), v.minValue(0.005), v.maxValue(1))),
  /**
   * Set where the run is to find the numbers of workers and of tasks in flight for such a task; the rest of the choice is then
   * what it searches among (`answerChoice`).
   */
  answer: v.exactOptional(
    v.pipe(
      v.strictObject({
        ...taskTimesSchema.entries,
        /** Cores that the machine offered when the numbers to search among were chosen. */
        cores: workerCount,
      }),
      v.check(({ cpuMs, waitingMs }) => cpuMs + waitingMs >= leastTaskMs, 'A task takes at least 0.01 ms.'),
    ),
  ),
});
export type WorkbenchChoice = v.InferOutput<typeof workbenchSchema>;

/** What a person starts from. */
export const standardChoice: WorkbenchChoice = {
  workload: 'cpu',
  operation: 'knead',
  taskMs: 5,
  tasks: 40,
  strategies: ['sync', 'async', 'threads', 'processes'],
  workers: [2],
  inFlight: [16],
  chunkMs: 2,
  waitShare: 0.5,
  jitterShare: 0,
  cold: false,
  watchWindow: false,
  pinnedCores: null,
  memoryLimitMb: null,
  taskTimeoutMs: null,
  targetWidth: null,
};

/** The kinds a workload can have; empty if it has one only. */
export function operationsOf(workload: WorkbenchChoice['workload']): readonly WorkbenchChoice['operation'][] {
  return workload === 'cpu' || workload === 'mixed' || workload === 'threadpool' ? operations[workload] : [];
}
