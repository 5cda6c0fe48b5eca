import type { KernelId } from '../kernels/kernel-catalogue';
import type { PoolOperation } from '../experiments/workbench/choice';

/**
 * One task as a worker gets it: plain data, so that it crosses threads and processes. The same step gives the same
 * checksum wherever and however it is executed.
 */
interface StepBase {
  /** The task's name within its cell. */
  readonly task: string;
}

/** Waits for a timer: the stove, the toaster. */
export interface TimerStep extends StepBase {
  readonly kind: 'wait';
  readonly durationMs: number;
  /** True if it blocks the thread under asynchronous modes too, as a call that ends in Sync does. */
  readonly blocks?: true;
}

/**
 * How a computation gives way between two of its pieces: by awaiting a resolved promise, `process.nextTick`,
 * `setImmediate`, or a timer of 0 ms.
 */
export type YieldWay = 'promise' | 'next-tick' | 'immediate' | 'timeout';

/** Counted work for the processor, done in `chunks` equal pieces (1 where it is absent). */
export interface ComputeStep extends StepBase {
  readonly kind: 'compute';
  /** `knead` where it is absent. */
  readonly kernel?: KernelId;
  /** Units of each chunk. */
  readonly iterations: number;
  readonly chunks?: number;
  /** How it gives way between its pieces under an asynchronous mode; absent: as the mode says. */
  readonly yields?: YieldWay;
  readonly seed: number;
}

/** A request to the loopback server, which answers after the latency. */
export interface SocketStep extends StepBase {
  readonly kind: 'socket';
  readonly latencyMs: number;
  readonly seed: number;
}

/** Writes a file of its own in the run's folder, flushes it to the device, reads it back and removes it. */
export interface FileStep extends StepBase {
  readonly kind: 'file';
  readonly bytes: number;
  readonly seed: number;
}

/** A query over the loopback server, which holds it back for the round trip of a network first. */
export interface DatabaseStep extends StepBase {
  readonly kind: 'database';
  readonly roundTripMs: number;
  /** Rows that the query reads and sums. */
  readonly rows: number;
  readonly seed: number;
}

/** Work that Node gives to the libuv pool when it is asked for asynchronously. */
export interface PoolStep extends StepBase {
  readonly kind: 'threadpool';
  readonly operation: PoolOperation;
  /** Iterations of pbkdf2, or bytes to deflate. */
  readonly units: number;
  readonly seed: number;
}

/** Waits, then computes. */
export interface MixedStep extends StepBase {
  readonly kind: 'mixed';
  readonly durationMs: number;
  readonly kernel: KernelId;
  readonly iterations: number;
  readonly chunks?: number;
  readonly seed: number;
}

/** What goes wrong in a task; `none`: nothing does. */
export const failures = ['none', 'throw', 'reject', 'exit', 'out-of-memory', 'loop'] as const;
export type Failure = (typeof failures)[number];

/** Where a task that may fail runs: on the loop of its worker, in a thread of its own there, or as all that its process does. */
export type FailurePlace = 'loop' | 'thread' | 'process';

/** A task that fails after a while, in earnest. What ends with it is not told here: that is what is measured. */
export interface RiskStep extends StepBase {
  readonly kind: 'risk';
  readonly failure: Failure;
  readonly place: FailurePlace;
  /** How long it waits before it fails. */
  readonly afterMs: number;
  /** A thread of its own that has not ended so long after it was started is ended. */
  readonly patienceMs: number;
}

/** Computes again and again under one of the locks that its condition's threads share. */
export interface SectionsStep extends StepBase {
  readonly kind: 'sections';
  /** Which lock. */
  readonly lock: number;
  readonly sections: number;
  /** Units of `knead` in each section. */
  readonly units: number;
  readonly seed: number;
}

/**
 * How a philosopher takes the two forks. `left-first`: the left one, then the right one, and waits for as long as it takes.
 * `time-out`: the same, but puts the left one back when the right one does not come in time. `ordered`: the fork with the lower
 * number first, whichever side it is on.
 */
export const tableRules = ['left-first', 'time-out', 'ordered'] as const;
export type TableRule = (typeof tableRules)[number];

/** Dines with the philosophers on the condition's other threads, one dinner after the other. */
export interface DineStep extends StepBase {
  readonly kind: 'dine';
  /** Seat of this philosopher, from 0; the left fork has the same number, the right one the next. */
  readonly seat: number;
  readonly seats: number;
  readonly rule: TableRule;
  readonly dinners: number;
  /** How often each eats in a dinner. */
  readonly meals: number;
  /** Units of `knead` before the first fork, between the two, and with both. */
  readonly thinkUnits: number;
  readonly reachUnits: number;
  readonly eatUnits: number;
  /** With `time-out`: the first fork is put back if the second one does not come in so many ms. */
  readonly patienceMs: number;
  readonly seed: number;
}

/** A step of a thread that shares one emulated lock with the other threads of its condition. */
export interface LockedStep extends StepBase {
  readonly kind: 'locked';
  readonly locked: TimerStep | ComputeStep | PoolStep;
}

/** How several add to one counter, on threads that share it or (the last three) as async functions on one thread. */
export type UpdateWay =
  /** Reads it, adds, and writes it back, as `counter++` does. */
  | 'plain'
  /** The same by an atomic read and an atomic write, so that all threads see one order of them. */
  | 'load-store'
  /** One indivisible step. */
  | 'atomic'
  /** Reads and writes atomically, under a mutex. */
  | 'mutex'
  /** One thread has the counter; the others send it a message for each update. */
  | 'owner'
  /** Awaits between reading and writing. */
  | 'across-await'
  /** Reads and writes before it awaits. */
  | 'one-step'
  /** Awaits between the two, one function after the other. */
  | 'promise-lock';

/** Adds one to a counter again and again, together with others who begin at the same moment: one trial after the other. */
export interface UpdatesStep extends StepBase {
  readonly kind: 'updates';
  readonly way: UpdateWay;
  /** Who executes it: the adders are 0, 1 and so on; `owner` has the counter. */
  readonly place: number | 'owner';
  readonly adders: number;
  /** Updates of each adder in each trial. */
  readonly updates: number;
  readonly trials: number;
  /** True if every adder writes down the values that it reads and writes; those of the first trial are kept. */
  readonly logs?: true;
  /** Each adder of a thread begins every trial up to so many looks at the memory later, by chance; absent: at once. */
  readonly offsets?: { readonly seed: number; readonly most: number };
}

export type Step =
  | TimerStep
  | ComputeStep
  | SocketStep
  | FileStep
  | DatabaseStep
  | PoolStep
  | MixedStep
  | RiskStep
  | LockedStep
  | SectionsStep
  | DineStep
  | UpdatesStep;

/**
 * How the steps of a ticket are executed. `sync`: one after the other, every wait blocks the thread. `async`: up to
 * `inFlight` at once, waits give the thread back. `async-chunked`: the same, and computation gives the loop a turn
 * (`setImmediate`) between its chunks.
 */
export type ExecutionMode = 'sync' | 'async' | 'async-chunked';
