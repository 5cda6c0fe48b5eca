import type { OutcomeMessage, TasksMessage } from '@core/protocol/tasks';
import type { Transfer } from './wire';

/** What a link reports to the pool. After `lost`, and after `end` was called, nothing that it reports counts. */
export interface LinkEvents<Answer> {
  received(message: OutcomeMessage<Answer>): void;
  /** The worker is gone without having been asked to end. `reason` is what its tasks are rejected with. */
  lost(reason: Error): void;
}

/** One ready worker as the pool sees it, whatever carries the messages. */
export interface PoolLink<Task, Answer> {
  /** Names the worker in messages and stamps. */
  readonly id: string;
  /** @throws if the tasks cannot be cloned; then nothing was sent and nothing handed over */
  post(message: TasksMessage<Task>, transfer: readonly Transfer[] | undefined): void;
  /** Called once, before the first `post`. */
  listen(events: LinkEvents<Answer>): void;
  /** Ends the worker, also in the middle of a task. Settles when it is gone. */
  end(): Promise<void>;
}

/** When an answered task was on its way. The times are those of `now`, in nanoseconds. */
export interface TaskStamp<Task> {
  /** Number of the task, counted from 0 in the order of `run`. */
  readonly id: number;
  readonly task: Task;
  /** `id` of the link. */
  readonly worker: string;
  readonly queuedNs: number;
  readonly sentNs: number;
  readonly gotNs: number;
}

export interface PoolOptions<Task, Answer> {
  /** How many workers, 1..1024. */
  readonly workers: number;
  /**
   * Hires the worker of a slot (0..workers-1); settles when the worker is ready. Has to settle: `close` waits for it.
   * Called again for the same slot after the worker was ended or lost.
   */
  readonly hire: (slot: number) => Promise<PoolLink<Task, Answer>>;
  /** How many tasks a worker may be busy with at once, 1..65536. More than 1 is for handlers that wait asynchronously. */
  readonly inFlightPerWorker?: number;
  /** `warm`: all workers are hired at once. `cold`: one after the other, when tasks wait for them. */
  readonly start?: 'warm' | 'cold';
  /** From sending to answer, 1..2147483647 ms. A task that takes longer is rejected and its worker replaced. */
  readonly taskTimeoutMs?: number;
  /** `stop`: the first lost worker or failed hire rejects every task and ends the pool. */
  readonly whenLost?: 'replace' | 'stop';
  /**
   * `adaptive`: many tiny tasks share a message, short ones are sent ahead. `single`: one by one, nothing ahead. An object
   * that is part of several tasks in one message is copied once for all of them, so a handler must not change its task.
   */
  readonly batch?: 'adaptive' | 'single';
  /** Clock of the stamps, in nanoseconds. */
  readonly now?: () => number;
  /** Told of every task that was answered or failed by its handler, before its promise settles. Must not throw. */
  readonly onAnswered?: (stamp: TaskStamp<Task>) => void;
}

export interface RunOptions {
  /** Aborting rejects the task with the signal's reason, wherever it is. */
  readonly signal?: AbortSignal;
  /** In place of the pool's `taskTimeoutMs`. */
  readonly timeoutMs?: number;
  /** Handed over, not copied. Such a task cannot be sent a second time. */
  readonly transfer?: readonly Transfer[];
}

export interface PoolCounts {
  /** Tasks waiting for a worker. */
  readonly queued: number;
  /** Tasks with a worker. */
  readonly sent: number;
  /** Workers that are ready. */
  readonly workers: number;
  /** Workers hired so far, those that were replaced included. */
  readonly hired: number;
}

/** A queue of tasks and the workers that take them. Tasks are pure: one may be begun again on another worker. */
export interface Pool<Task, Answer> {
  /**
   * Queues a task. Every promise settles exactly once: with the answer, with what the handler threw, with the signal's
   * reason, with a PoolError, or with the link's reason of a lost worker.
   *
   * A task that runs cannot be stopped, so aborting it, or its time-out, ends its worker. The other tasks on that worker
   * are sent again, those that were handed over are rejected. When a worker is lost, a task that was alone on it is
   * rejected; tasks in company are sent again one by one, because any of them may have been the cause.
   */
  run(task: Task, options?: RunOptions): Promise<Answer>;
  /** `warm`: settles when all workers are ready; `cold`: is settled. Rejects if the pool ends before. */
  readonly ready: Promise<void>;
  /** Rejects what is not answered, ends the workers and settles when they are gone. */
  close(): Promise<void>;
  counts(): PoolCounts;
}

/** A task in the pool's hands. */
export interface PooledTask<Task, Answer> {
  readonly id: number;
  readonly task: Task;
  readonly transfer: readonly Transfer[] | undefined;
  readonly timeoutMs: number;
  readonly queuedNs: number;
  resolve(answer: Answer): void;
  reject(reason: unknown): void;
  /** Takes the listener off the signal. */
  forget: (() => void) | undefined;
  state: 'queued' | 'sent' | 'settled';
  /** Where it was sent. */
  slot: number;
  /** Must be sent to a worker that has nothing else. */
  alone: boolean;
  /** It was sent to a worker that could begin it at once, so that its time is its own. */
  prompt: boolean;
  sentNs: number;
  /** By `performance.now()`. */
  deadlineMs: number;
}
