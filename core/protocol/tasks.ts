/** What a pool of workers and a worker say to each other about tasks. */

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
