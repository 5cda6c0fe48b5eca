import type { ConditionDefinition, WorkerKind, WorkerSeat } from './definition-types';

/** The one thread that executes everything under the strategies without hired workers. */
export const alone: WorkerSeat = { id: 'worker-1', kind: 'thread', hired: false };

/** So many hired workers of one kind. */
export function hiredWorkers(kind: WorkerKind, count: number): readonly WorkerSeat[] {
  return Array.from({ length: count }, (_, index) => ({ id: `worker-${index + 1}`, kind, hired: true }));
}

/** Most memory of the heap of a process that is `bare`, in MB. */
export const bareHeapMb = 32;
/** What a process that is `bare` ends itself with: by an error that nobody catches, and by a task that ends it. */
export const bareExits = [1, 3] as const;

/** The second half of an A/A pair: the same condition under another name. */
export function again(condition: ConditionDefinition): ConditionDefinition {
  return { ...condition, id: `${condition.id}-again`, repeats: condition.id };
}

/**
 * Nothing runs: one worker that gets no task, watched for as long as the others work.
 * @param seat of the worker
 */
export function nothingRuns(seat: WorkerSeat): ConditionDefinition {
  return { id: 'idle', strategy: 'async', seats: [seat], idle: true };
}
