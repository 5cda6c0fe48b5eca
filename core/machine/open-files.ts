import type { ExperimentDefinition } from '../experiments/definition-types';
import { workbenchId } from '../experiments/workbench/definition';
import type { SystemFiles } from './system-files';

/** Files that a process of the lab has open anyway: counted 60 to 110. */
const openAnyway = 128;

/** How many files the reading process may have open at once; null: no limit, or not told. */
export function mostOpenFiles({ read }: SystemFiles): number | null {
  const soft = /^Max open files\s+(\d{1,15})\s/m.exec(read('/proc/self/limits') ?? '')?.[1];
  return soft === undefined ? null : Number(soft);
}

/**
 * Why a run must not be started that would certainly have too many files open; undefined if it may. Each request in flight has a
 * connection, and the server has the other end of all of them.
 * @param most null or undefined: not limited, or not known
 * @param tasks tasks in a cell: no more are in flight
 */
export function openFilesProblem(
  { id, conditions, parts }: ExperimentDefinition,
  most: number | null | undefined,
  tasks = Number.POSITIVE_INFINITY,
): string | undefined {
  if (most === null || most === undefined) return undefined;
  const asks = parts.some(({ work }) => work?.workload === 'socket');
  const atOnce = Math.max(0, ...conditions.map(({ seats, inFlight }) => Math.max(1, seats.length) * (inFlight ?? 1)));
  const needed = openAnyway + (asks ? Math.min(tasks, atOnce) : 0);
  if (needed <= most) return undefined;
  const lower = id === workbenchId ? ' or lower --in-flight' : '';
  return `This run has about ${needed} files and connections open at once, and ${most} are allowed. Raise the limit (ulimit -n ${2 ** Math.ceil(Math.log2(needed))})${lower}.`;
}
