// The worker's side of the pool.
import { receiveMessageOnPort } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import type { ErrorData, OutcomeMessage, TasksMessage } from '@core/protocol/tasks';
import { errorToData, isTasksMessage } from './wire';
import type { Transfer } from './wire';

/** Does one task. Synchronous handlers are served without a promise. */
export type TaskHandler<Task, Answer> = (task: Task) => Answer | Promise<Answer>;

/** An answer that is partly handed over instead of copied; a handler returns it in place of the answer. */
export class Handover<Answer> {
  constructor(
    readonly answer: Answer,
    readonly transfer: readonly Transfer[],
  ) {}
}

/** Takes tasks and posts their outcomes. */
export interface TaskServer<Task> {
  receive(message: TasksMessage<Task>): void;
  /** Whether a task is begun or waits. */
  readonly busy: boolean;
}

type Post<Answer> = (message: OutcomeMessage<Answer>, transfer?: readonly Transfer[]) => void;

/** An answer waits no longer than this for others to share its message, as far as the worker can know. */
const holdMs = 0.5;

/**
 * Serves tasks in the order they come, as many at once as the message allows; a synchronous handler does one at a time.
 * Answers share a message while the next task, if it is like the one before, ends within 0.5 ms of the first of them.
 */
export function createTaskServer<Task, Answer>(
  handler: TaskHandler<Task, Answer | Handover<Answer>>,
  post: Post<Answer>,
): TaskServer<Task> {
  const waiting: TasksMessage<Task>[] = [];
  /** Position in the first of the waiting messages. */
  let position = 0;
  let running = 0;
  let draining = false;
  let flushPlanned = false;
  let ids: number[] = [];
  let answers: Answer[] = [];
  let tookMs = 0;
  let firstHeldMs = 0;

  function flush(): void {
    flushPlanned = false;
    if (ids.length === 0) return;
    const message = { type: 'answers', ids, answers, tookMs } as const;
    ids = [];
    answers = [];
    tookMs = 0;
    try {
      post(message);
    } catch (error) {
      if (message.ids.length === 1) failed(message.ids[0] as number, error);
      // One of them cannot be cloned; each by itself shows which.
      else for (const [i, id] of message.ids.entries()) postOne(id, message.answers[i] as Answer);
    }
  }

  function postOne(id: number, answer: Answer, transfer?: readonly Transfer[]): void {
    try {
      post({ type: 'answers', ids: [id], answers: [answer], tookMs: 0 }, transfer);
    } catch (error) {
      failed(id, error);
    }
  }

  function failed(id: number, thrown: unknown): void {
    const errors: ErrorData[] = [errorToData(thrown)];
    post({ type: 'failures', ids: [id], errors });
  }

  function answered(id: number, answer: Answer | Handover<Answer>, endMs: number, durationMs: number): void {
    if (answer instanceof Handover) {
      postOne(id, answer.answer, answer.transfer);
      return;
    }
    if (ids.length === 0) firstHeldMs = endMs;
    ids.push(id);
    answers.push(answer);
    tookMs += durationMs;
  }

  function beginAsync(id: number, promise: Promise<Answer | Handover<Answer>>, startMs: number): void {
    running++;
    promise.then(
      (answer) => {
        running--;
        const endMs = performance.now();
        answered(id, answer, endMs, endMs - startMs);
        drain();
        planFlush();
      },
      (error: unknown) => {
        running--;
        failed(id, error);
        drain();
        planFlush();
      },
    );
  }

  /** What ends in the same turn of the loop shares a message. */
  function planFlush(): void {
    if (flushPlanned) return;
    flushPlanned = true;
    queueMicrotask(flush);
  }

  function drain(): void {
    if (draining) return;
    draining = true;
    let startMs = performance.now();
    for (let message = waiting[0]; message; message = waiting[0]) {
      const { ids: given, tasks } = message;
      while (position < given.length && running < message.atOnce) {
        const id = given[position] as number;
        const task = tasks[position] as Task;
        position++;
        try {
          const result = handler(task);
          if (isPromise(result)) beginAsync(id, result, startMs);
          else {
            const endMs = performance.now();
            answered(id, result, endMs, endMs - startMs);
            if (endMs - firstHeldMs + (endMs - startMs) > holdMs) flush();
            startMs = endMs;
          }
        } catch (error) {
          failed(id, error);
        }
      }
      if (position < given.length) break;
      waiting.shift();
      position = 0;
    }
    draining = false;
  }

  return {
    receive(message) {
      waiting.push(message);
      drain();
      flush();
    },
    get busy() {
      return running > 0 || waiting.length > 0;
    },
  };
}

function isPromise<Value>(value: Value | Promise<Value>): value is Promise<Value> {
  return typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';
}

/**
 * Memory that pool and worker share to wake the worker: the pool adds 1 after every message. After its last answer the
 * worker sleeps on it for a bounded time, because being woken there is quicker than through the event loop.
 */
export interface WakeUp {
  readonly counter: Int32Array;
  /** How long to sleep before going back to the event loop, in milliseconds. */
  readonly forMs: number;
}

export interface ServeOptions {
  /** Given every message that is not about tasks. */
  readonly other?: (message: unknown) => void;
  /** Without it the worker waits in its event loop only. */
  readonly wakeUp?: WakeUp;
}

/** Serves the tasks that come on a port, and tells the pool that it is ready. */
export function serveTasks<Task, Answer>(
  port: MessagePort,
  handler: TaskHandler<Task, Answer | Handover<Answer>>,
  { other, wakeUp }: ServeOptions = {},
): void {
  const server = createTaskServer<Task, Answer>(handler, (message, transfer) => {
    port.postMessage(message, transfer);
  });

  /** @returns whether the message was one of tasks */
  function take(message: unknown): boolean {
    const isTasks = isTasksMessage<Task>(message);
    if (isTasks) server.receive(message);
    else other?.(message);
    return isTasks;
  }

  let loopHasTurn = false;
  port.on('message', (message: unknown) => {
    if (!take(message) || !wakeUp || loopHasTurn) return;
    sleep(port, wakeUp, () => !server.busy, take);
    // Node hands out up to a thousand waiting messages before the loop goes on; none of them may put it to sleep again.
    loopHasTurn = true;
    setImmediate(() => {
      loopHasTurn = false;
    });
  });
  port.postMessage({ type: 'ready' });
}

/** The event loop is left alone for this long at most, in milliseconds. */
const longestAwayMs = 10;

/**
 * Sleeps until the next message and handles it, again and again, until none comes in time, a task waits asynchronously
 * or something else was asked. What the loop has to do (timers, its end) waits meanwhile, hence the bounds.
 */
function sleep(
  port: MessagePort,
  { counter, forMs }: WakeUp,
  idle: () => boolean,
  take: (message: unknown) => boolean,
) {
  const untilMs = performance.now() + longestAwayMs;
  while (idle() && performance.now() < untilMs) {
    // Read before the port: a message that comes in between changes it, and the wait ends at once.
    const seen = Atomics.load(counter, 0);
    const received = receiveMessageOnPort(port);
    if (received) {
      if (!take(received.message)) return;
    } else if (Atomics.wait(counter, 0, seen, forMs) === 'timed-out') return;
  }
}
