import type { ConditionDefinition, WorkerSeat } from '@core/experiments/definition-types';
import type { HiringRecord, RunEvent, WorkerRecord } from '@core/record/events';
import type { FromWorker, MemoryReading, WorkerOptions } from '@core/protocol/worker';
import type { RunClock } from '../measurement/clock';
import { readMemory, sumOfMemory, type MemoryCost } from '../measurement/memory';
import { hirePython } from '../python/hire-python';
import type { PythonPlace } from '../python/team';
import type { SeatedWorker } from './crew';
import { hireThread } from './worker-handle';
import type { ProcessAgency, WorkerHandle } from './worker-handle';

type Described = Extract<FromWorker, { type: 'described' }>;

export interface HiringContext {
  readonly clock: RunClock;
  /** What every worker is told but its own name. */
  readonly options: Omit<WorkerOptions, 'worker'>;
  readonly agency: ProcessAgency;
  readonly report: (event: RunEvent) => void;
  /** Where interpreters of Python are. */
  readonly python: PythonPlace;
}

const describeTimeoutMs = 20_000;

/**
 * Hires the hired seats of a condition from nothing, all at once, and reports how long that took and what memory came
 * with it. Memory is read before and after, never in between.
 */
export async function hireTeam(
  condition: ConditionDefinition,
  trial: number,
  context: HiringContext,
): Promise<readonly SeatedWorker[]> {
  const seats = condition.seats.filter((seat) => seat.hired);
  if (seats.length === 0) return [];
  if (condition.python) return hirePython(condition, condition.python, trial, context);
  const before = readMemory();
  const requestedNs = context.clock.now();
  const team = await Promise.all(seats.map((seat) => hireSeat(condition.id, seat, context)));
  const readyNs = Math.max(...team.map(({ handle }) => handle.readyNs));
  const described = await Promise.all(team.map(({ handle }) => describe(handle)));
  const shared = seats.every((seat) => seat.kind === 'thread');
  const memory = shared ? growth(before, readMemory()) : sumOfMemory(described.map((one) => one.memory));
  const hiring: HiringRecord = {
    condition: condition.id,
    trial,
    workers: team.length,
    requestedNs,
    readyNs,
    ...memory,
  };
  context.report({ type: 'hiring', hiring });
  return team;
}

/** Hires one seat. @param successor how many had the seat before; each has a name of its own */
export async function hireSeat(
  condition: string,
  { id, kind, hired, poolSize, bare }: WorkerSeat,
  { clock, options, agency }: HiringContext,
  successor = 0,
): Promise<SeatedWorker> {
  const name = `${condition}/${id}`;
  const { shared, ...forAll } = options;
  const worker = successor === 0 ? name : `${name}/${successor + 1}`;
  // Memory is shared between threads; no message can take it to another process.
  const own = { ...forAll, worker, ...(kind === 'thread' && shared && { shared }), ...(bare === true && { bare }) };
  return {
    seat: id,
    hired,
    handle: await (kind === 'thread'
      ? hireThread(clock, own)
      : kind === 'process'
        ? agency.hire(own, poolSize)
        : agency.invite(own, kind)),
  };
}

/** Asks a worker who and where it is. */
export async function describe(handle: WorkerHandle): Promise<Described> {
  const answer = handle.answers.next('described', describeTimeoutMs);
  handle.post({ type: 'describe' });
  return (await answer).message;
}

/** What the record keeps of a worker. */
export async function workerRecord(
  condition: ConditionDefinition,
  { seat, handle }: SeatedWorker,
): Promise<WorkerRecord> {
  const { pid, tid, nice, cpuSource, memory } = await describe(handle);
  return {
    id: handle.id,
    condition: condition.id,
    seat,
    kind: handle.kind,
    hired: condition.seats.some((one) => one.id === seat && one.hired),
    pid,
    tid,
    requestedNs: handle.requestedNs,
    readyNs: handle.readyNs,
    nice,
    cpuSource,
    memory,
  };
}

/** Threads share the lab process: their memory is what that process grew by. Negative if it was tidied meanwhile. */
function growth(before: MemoryReading, after: MemoryReading): MemoryCost {
  if (before.processPssBytes !== null && after.processPssBytes !== null) {
    return { memoryBytes: after.processPssBytes - before.processPssBytes, memoryBasis: 'pss' };
  }
  if (before.processRssBytes !== null && after.processRssBytes !== null) {
    return { memoryBytes: after.processRssBytes - before.processRssBytes, memoryBasis: 'rss' };
  }
  return { memoryBytes: null, memoryBasis: 'none' };
}
