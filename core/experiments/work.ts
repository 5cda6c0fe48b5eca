import type { WorkbenchChoice } from './workbench/choice';

/** A number of an experiment's work: fixed, or the value of one of its parameters. */
export type WorkNumber = number | { readonly parameter: string };

/**
 * What the tasks of a part do: the same in all its conditions, which differ in who executes them and how. Data, so that
 * the body of every experiment that compares strategies is one and the same.
 */
export interface WorkDescription {
  readonly workload: WorkbenchChoice['workload'];
  readonly operation: WorkbenchChoice['operation'];
  /** Time of one task executed alone and synchronously, in milliseconds. */
  readonly taskMs: WorkNumber;
  /** Tasks in each cell. */
  readonly tasks: WorkNumber;
  /** Share of a task of `mixed` and `database` that it waits. */
  readonly waitShare: number;
  /** Latencies vary evenly by this share to both sides. */
  readonly jitterShare: number;
  /** Longest piece of computation in milliseconds; null: a task computes in one piece. */
  readonly chunkMs: number | null;
  /** Whether the delay of the event loop is of interest under every strategy, not only where the loop computes. */
  readonly watchLoop?: boolean;
}

/** The same with every number looked up. */
export interface Work extends WorkDescription {
  readonly taskMs: number;
  readonly tasks: number;
}

/** Looks the numbers up in a plan's parameters. @throws RangeError if a parameter is missing */
export function resolveWork(work: WorkDescription, parameters: Readonly<Record<string, number>>): Work {
  const valueOf = (number: WorkNumber): number => {
    if (typeof number === 'number') return number;
    const value = parameters[number.parameter];
    if (value === undefined) throw new RangeError(`The plan has no parameter ${number.parameter}.`);
    return value;
  };
  return { ...work, taskMs: valueOf(work.taskMs), tasks: valueOf(work.tasks) };
}

/** Milliseconds of a task that compute, or use the libuv pool or the disk; the rest waits. */
export function computingMs({ workload, taskMs, waitShare }: Work): number {
  switch (workload) {
    case 'cpu':
    case 'threadpool':
    case 'file':
      return taskMs;
    case 'mixed':
    case 'database':
      return taskMs * (1 - waitShare);
    case 'socket':
    case 'timer':
      return 0;
  }
}

/** Pieces into which the computation of each task is cut, alike in all conditions. */
export function chunksOf(work: Work): number {
  return work.chunkMs === null ? 1 : Math.max(1, Math.round(computingMs(work) / work.chunkMs));
}
