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

export type Step = TimerStep | ComputeStep | SocketStep | FileStep | DatabaseStep | PoolStep | MixedStep;

/**
 * How the steps of a ticket are executed. `sync`: one after the other, every wait blocks the thread. `async`: up to
 * `inFlight` at once, waits give the thread back. `async-chunked`: the same, and computation gives the loop a turn
 * (`setImmediate`) between its chunks.
 */
export type ExecutionMode = 'sync' | 'async' | 'async-chunked';
