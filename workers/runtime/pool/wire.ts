// Tells the messages between pool and worker apart, and carries errors in them.
import type { MessagePort } from 'node:worker_threads';
import type { ErrorData, OutcomeMessage, ReadyMessage, TasksMessage } from '@core/protocol/tasks';

/** What may be handed over instead of copied. Whoever hands over can no longer use it. */
export type Transfer = ArrayBuffer | MessagePort;

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
