import { parentPort, Worker, workerData as ownData } from 'node:worker_threads';
import type { ResourceLimits } from 'node:worker_threads';
import { PoolError } from './pool-error';
import type { LinkEvents, PoolLink } from './pool-types';
import { serveTasks } from './serve-tasks';
import type { Handover, ServeOptions, TaskHandler } from './serve-tasks';
import { isOutcomeMessage, isReadyMessage } from './wire';
import type { Transfer } from './wire';

export interface ThreadLinkOptions {
  /** Names the worker. */
  readonly id: string;
  readonly workerData?: Readonly<Record<string, unknown>>;
  /** Limits of the thread's memory; a thread that exceeds them is lost with the code `out-of-memory`. */
  readonly resourceLimits?: ResourceLimits;
  /**
   * How long the worker sleeps on shared memory after its last answer before it goes back to its event loop, in
   * milliseconds; 0 to never do so. It uses no processor time meanwhile.
   */
  readonly wakeUpForMs?: number;
  /** Given every message of the worker that is not about tasks, also those that come before it is ready. */
  readonly other?: (message: unknown) => void;
}

/** A thread as a worker of the pool, which can be told other things as well. */
export interface ThreadLink<Task, Answer> extends PoolLink<Task, Answer> {
  /** Sends a message that the worker's `other` is given. */
  tell(message: unknown): void;
}

/** Start-up of a thread takes tens of milliseconds; a loaded machine may need many times that. */
const startTimeoutMs = 20_000;
/** Longer than the kernel's tick (4 or 10 ms): a shorter wait sets a timer of its own, which makes each trip dearer. */
const defaultWakeUpForMs = 10;

/** Name in `workerData` of what the pool's part of the worker is given. */
const wakeUpKey = 'poolWakeUp';

/**
 * Starts a thread whose program calls `serveThreadTasks`. Settles when it takes tasks.
 * @throws PoolError if it ends or does not get ready within 20 s
 */
export function createThreadLink<Task, Answer>(
  path: string | URL,
  { id, workerData, resourceLimits, wakeUpForMs = defaultWakeUpForMs, other }: ThreadLinkOptions,
): Promise<ThreadLink<Task, Answer>> {
  const counter = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const wakeUp = wakeUpForMs > 0 ? { counter, forMs: wakeUpForMs } : undefined;
  const thread = new Worker(path, {
    workerData: { ...workerData, [wakeUpKey]: wakeUp },
    ...(resourceLimits && { resourceLimits }),
  });
  let events: LinkEvents<Answer> | undefined;
  let gone: Error | undefined;

  function post(message: unknown, transfer?: readonly Transfer[]): void {
    thread.postMessage(message, transfer);
    if (!wakeUp) return;
    // After the message: whoever is woken must find it.
    Atomics.add(counter, 0, 1);
    Atomics.notify(counter, 0);
  }

  const link: ThreadLink<Task, Answer> = {
    id,
    post,
    tell: post,
    listen(given) {
      events = given;
      if (gone) given.lost(gone);
    },
    async end() {
      await thread.terminate();
    },
  };

  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      void thread.terminate();
      reject(new PoolError('hire-failed', `The thread ${id} did not get ready within ${startTimeoutMs / 1000} s.`));
    }, startTimeoutMs);

    function lost(reason: Error): void {
      if (gone) return;
      gone = reason;
      clearTimeout(late);
      reject(reason); // without effect once it is ready
      events?.lost(reason);
    }

    thread.on('message', (message: unknown) => {
      if (isOutcomeMessage<Answer>(message)) events?.received(message);
      else if (isReadyMessage(message)) {
        clearTimeout(late);
        resolve(link);
      } else other?.(message);
    });
    thread.on('error', (error: Error & { code?: string }) => {
      const code = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'out-of-memory' : 'worker-lost';
      lost(new PoolError(code, `The thread ${id} ended: ${error.message}`, { cause: error }));
    });
    thread.on('exit', (code) => {
      lost(new PoolError('worker-lost', `The thread ${id} ended (exit ${code}).`));
    });
  });
}

/** Serves tasks in a thread that `createThreadLink` started. @throws Error outside a worker thread */
export function serveThreadTasks<Task, Answer>(
  handler: TaskHandler<Task, Answer | Handover<Answer>>,
  options: Omit<ServeOptions, 'wakeUp'> = {},
): void {
  if (!parentPort) throw new Error('Tasks are served in a worker thread; this is the main thread.');
  const wakeUp = (ownData as Readonly<Record<string, unknown>> | null)?.[wakeUpKey] as ServeOptions['wakeUp'];
  serveTasks(parentPort, handler, wakeUp ? { ...options, wakeUp } : options);
}
