import type { ExperimentDefinition, WorkerKind, Workload } from '../experiments/definition-types';
import { passingData, payloadBytes } from '../experiments/passing-data/definition';
import type { RunPlan } from './plan';

/** What a run takes of the machine's memory, in bytes. */
export interface MemoryNeed {
  /** Workers of all conditions: they are alive at once, from before round 1 to the end of the run. */
  readonly workers: number;
  /** What the run takes in any case. */
  readonly leastBytes: number;
  /** With a reserve for every worker, and with every heap as large as the plan allows. */
  readonly mostBytes: number;
  /** Buffers alive at once in one process. */
  readonly bufferBytes: number;
}

/** Measured: a task process takes 28 MB, a thread 5 MB; with reserve. What is there anyway takes nothing more. */
const leastOf: Readonly<Record<WorkerKind, number>> = {
  process: 28e6,
  thread: 5e6,
  renderer: 0,
  'web-worker': 0,
  main: 0,
};
const mostOf: Readonly<Record<WorkerKind, number>> = { ...leastOf, process: 40e6, thread: 8e6 };

/** Workloads that need the process of the I/O services; measured as a task process. */
const servedWorkloads: readonly Workload[] = ['socket', 'database'];

/**
 * Buffers of one process lie in a region of the runtime's sandbox, whatever the machine has. Electron 25.1.1 refused further
 * ones to a process that held more than 5.7 GB, with 20 GB free; this bound is below that.
 */
export const mostBufferBytes = 4 * 2 ** 30;

/** Copies of one payload alive at once: the sender's, the one on its way, the receiver's. */
const copiesAlive = 3;

/** The memory that a plan needs, from the plan alone. */
export function memoryNeed({ id, conditions, parts }: ExperimentDefinition, plan: RunPlan): MemoryNeed {
  // A level that uses a part of another condition's crew has no workers of its own.
  const own = conditions.filter(({ crewOf }) => crewOf === undefined);
  const kinds = own.flatMap(({ seats }) => seats.map(({ kind }) => kind));
  const sum = (of: Readonly<Record<WorkerKind, number>>): number => kinds.reduce((all, kind) => all + of[kind], 0);
  const hasServices = parts.some(({ work }) => work !== undefined && servedWorkloads.includes(work.workload));
  const servicesBytes = hasServices ? leastOf.process : 0;
  // Shared payloads are kept, one of each size, to be used again.
  const sizes = id === passingData.id ? parts.map((part) => payloadBytes(part.id)) : [];
  const bufferBytes = copiesAlive * Math.max(0, ...sizes) + sizes.reduce((all, bytes) => all + bytes, 0);
  const heapBytes = (plan.workbench?.memoryLimitMb ?? 0) * 2 ** 20 * kinds.length;
  return {
    workers: kinds.length,
    leastBytes: sum(leastOf) + servicesBytes + bufferBytes,
    mostBytes: sum(mostOf) + servicesBytes + bufferBytes + heapBytes,
    bufferBytes,
  };
}

/**
 * Why a run must not be started, in a sentence that says need, have and what to do; undefined if it may.
 * @param availableBytes what new programs can use; null or undefined: the system does not tell
 */
export function memoryProblem(need: MemoryNeed, availableBytes: number | null | undefined): string | undefined {
  const fewer = 'Close other programs, or choose fewer workers, fewer conditions or the quick preset.';
  if (need.bufferBytes > mostBufferBytes) {
    return `This run needs ${megabytes(need.bufferBytes)} MB of buffers at once, and a process can have ${megabytes(mostBufferBytes)} MB. Choose smaller payloads.`;
  }
  if (availableBytes === null || availableBytes === undefined || need.leastBytes <= availableBytes) return undefined;
  return `This run needs at least ${megabytes(need.leastBytes)} MB of memory for its ${need.workers} workers and their data, and ${megabytes(availableBytes)} MB are available. ${fewer}`;
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1e6);
}
