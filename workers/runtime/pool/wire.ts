// What pool and worker say to each other. The only file that knows the shape of these messages.
import type { MessagePort } from 'node:worker_threads';

/** What may be handed over instead of copied. Whoever hands over can no longer use it. */
export type Transfer = ArrayBuffer | MessagePort;

/** An error as data, because a class does not survive the way between threads and processes. */
export interface ErrorData {
  readonly name: string;
  readonly message: string;
  readonly code?: string | number | undefined;
  readonly stack?: string | undefined;
}

/** Pool to worker: `ids[i]` is the number of `tasks[i]`. The worker begins them in this order, at most `atOnce` at a time. */
export interface TasksMessage<Task> {
  readonly type: 'tasks';
  readonly ids: readonly number[];
  readonly tasks: readonly Task[];
  readonly atOnce: number;
}

/** Worker to pool: `answers[i]` belongs to the task `ids[i]`; `tookMs` is the sum of the durations of these tasks. */
export interface AnswersMessage<Answer> {
  readonly type: 'answers';
  readonly ids: readonly number[];
  readonly answers: readonly Answer[];
  readonly tookMs: number;
}

/** Worker to pool: the handler threw, or its answer cannot be sent. */
export interface FailuresMessage {
  readonly type: 'failures';
  readonly ids: readonly number[];
  readonly errors: readonly ErrorData[];
}

/** Worker to pool, once: the worker takes tasks from now on. */
export interface ReadyMessage {
  readonly type: 'ready';
}

/** What a worker tells the pool about tasks. */
export type OutcomeMessage<Answer> = AnswersMessage<Answer> | FailuresMessage;

/** Whether a message is one of tasks; a worker of the lab is told other things as well. */
export function isTasksMessage<Task>(message: unknown): message is TasksMessage<Task> {
  return typeOf(message) === 'tasks';
}

/** Whether a message is the outcome of tasks. */
export function isOutcomeMessage<Answer>(message: unknown): message is OutcomeMessage<Answer> {
  const type = typeOf(message);
  return type === 'answers' || type === 'failures';
}

/** Whether a message says that the worker takes tasks from now on. */
export function isReadyMessage(message: unknown): message is ReadyMessage {
  return typeOf(message) === 'ready';
}

function typeOf(message: unknown): unknown {
  return typeof message === 'object' && message !== null ? (message as { readonly type?: unknown }).type : undefined;
}

/** Turns whatever was thrown into data; keeps name, message, code and stack of an Error. */
export function errorToData(thrown: unknown): ErrorData {
  if (!(thrown instanceof Error)) return { name: 'Error', message: String(thrown) };
  const { name, message, stack } = thrown;
  const { code } = thrown as { readonly code?: unknown };
  return { name, message, stack, code: typeof code === 'string' || typeof code === 'number' ? code : undefined };
}

/** Rebuilds the error on the pool's side. Its class is Error; name, message, code and stack are those of the worker. */
export function errorFromData({ name, message, code, stack }: ErrorData): Error {
  const error = new Error(message);
  error.name = name;
  if (stack !== undefined) error.stack = stack;
  return code === undefined ? error : Object.assign(error, { code });
}
