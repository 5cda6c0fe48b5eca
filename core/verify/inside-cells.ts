import type { ConditionDefinition, PartDefinition } from '../experiments/definition-types';
import type { CellRecord, TaskRecord, WorkerRecord } from '../record/events';
import type { UnsealedRecord } from '../record/record';
import { contradiction, placeOf, type Contradiction, type Contradictions } from './contradiction';

/**
 * CPU time is read just before and just after a cell, and its clock is not that of the cell: the system's may go in steps, and a
 * virtual machine's may run a little faster. More than a quarter and 25 ms above the cell's time is no clock's fault.
 */
const cpuTolerance = { share: 0.25, ns: 25e6 } as const;

/** A page's clock is mapped to the run's by pings: its times may lie off by as much as a frame. */
const pageClockNs = 20e6;

/** What lies within each cell: times, who worked in it, spans, CPU time, tasks. */
export function* insidesThatDoNotFollow(record: UnsealedRecord): Contradictions {
  const conditions = new Map(record.definition.conditions.map((one) => [one.id, one]));
  const parts = new Map(record.definition.parts.map((one) => [one.id, one]));
  const known = new Map(record.workers.map((one) => [one.id, one]));
  const own = new Set(record.workers.map(({ condition }) => condition));
  let before: CellRecord | undefined;
  for (const cell of record.cells) {
    const place = placeOf(cell);
    if (cell.endNs < cell.startNs) yield contradiction('cell-times', place);
    if (before && cell.startNs < before.endNs) yield contradiction('cell-overlaps', place);
    before = cell;
    const isLast = cell === record.cells.at(-1);
    yield* outcomeThatDoesNotFollow(cell, parts.get(cell.part));
    // Who came in a lost worker's place is told after the cell; a run that ended there could not tell it any more.
    const mayMiss = isLast && record.outcome.status !== 'completed';
    yield* workersThatDoNotFollow(cell, conditions.get(cell.condition), { known, own, mayMiss });
    for (const { worker, spans, cpuNs } of cell.workers) {
      yield* spansThatDoNotFollow(cell, worker, spans);
      const wallNs = cell.endNs - cell.startNs;
      if (cpuNs !== null && cpuNs > wallNs * (1 + cpuTolerance.share) + cpuTolerance.ns) {
        yield contradiction('cpu-above-wall', { ...place, worker, cpuMs: ms(cpuNs), wallMs: ms(wallNs) });
      }
    }
    yield* tasksThatDoNotFollow(cell, known);
  }
}

function* outcomeThatDoesNotFollow(cell: CellRecord, part: PartDefinition | undefined): Contradictions {
  const status = cell.outcome?.status ?? 'completed';
  const isAllowed = status === 'completed' || part?.allows?.includes(status) === true;
  if (!isAllowed || (status === 'completed' && (cell.lost?.length ?? 0) > 0)) {
    yield contradiction('cell-outcome', { ...placeOf(cell), outcome: status });
  }
}

interface Crew {
  readonly known: ReadonlyMap<string, WorkerRecord>;
  /** Conditions that have workers of their own; the others share those of another one. */
  readonly own: ReadonlySet<string>;
  readonly mayMiss: boolean;
}

function* workersThatDoNotFollow(
  cell: CellRecord,
  condition: ConditionDefinition | undefined,
  { known, own, mayMiss }: Crew,
): Contradictions {
  const place = placeOf(cell);
  const seen = new Set<string>();
  for (const { worker } of cell.workers) {
    if (seen.has(worker)) yield contradiction('cell-worker-doubled', { ...place, worker });
    seen.add(worker);
    const record = known.get(worker);
    const isOwn = record?.condition === cell.condition || !own.has(cell.condition);
    if (record ? !isOwn : !mayMiss) yield contradiction('cell-worker-unknown', { ...place, worker });
  }
  const seats = condition?.seats.length ?? 0;
  const isShort = cell.workers.length < seats && cell.outcome === undefined;
  if (isShort || cell.workers.length > seats) {
    yield contradiction('cell-workers', { ...place, workers: cell.workers.length, seats });
  }
}

/** Spans of a worker begin where the one before ends, the first with the cell and the last ends with it. */
function* spansThatDoNotFollow(
  cell: CellRecord,
  worker: string,
  spans: CellRecord['workers'][number]['spans'],
): Contradictions {
  const place = { ...placeOf(cell), worker };
  const told = (code: Contradiction['code'], state: string): Contradiction => contradiction(code, { ...place, state });
  if (spans.length === 0 && cell.endNs > cell.startNs) yield contradiction('spans-none', place);
  let atNs = cell.startNs;
  for (const [index, { state, startNs, endNs }] of spans.entries()) {
    if (endNs < startNs) yield told('span-negative', state);
    if (startNs < cell.startNs || endNs > cell.endNs) yield told('span-outside', state);
    if (startNs < atNs) yield told('span-overlap', state);
    if (startNs > atNs) yield told('span-gap', state);
    atNs = endNs;
    if (index === spans.length - 1 && endNs < cell.endNs) yield told('span-gap', state);
  }
}

function* tasksThatDoNotFollow(cell: CellRecord, known: ReadonlyMap<string, WorkerRecord>): Contradictions {
  const place = placeOf(cell);
  const workers = new Set(cell.workers.map(({ worker }) => worker));
  const seen = new Set<string>();
  for (const { task } of cell.lost ?? []) {
    if (seen.has(task)) yield contradiction('task-doubled', { ...place, task });
    seen.add(task);
  }
  for (const task of cell.tasks) {
    const named = { ...place, task: task.task };
    if (seen.has(task.task)) yield contradiction('task-doubled', named);
    seen.add(task.task);
    if (!workers.has(task.worker)) yield contradiction('task-worker', { ...named, worker: task.worker });
    const kind = known.get(task.worker)?.kind;
    const slackNs = kind === 'renderer' || kind === 'web-worker' ? pageClockNs : 0;
    if (!isInOrder(task, slackNs)) yield contradiction('task-times', named);
    const times = timesOf(task);
    const isInside =
      Math.min(...times) >= cell.startNs - slackNs &&
      // What a worker finished after it was given up is still told.
      (cell.outcome !== undefined || Math.max(...times) <= cell.endNs + slackNs);
    if (!isInside) yield contradiction('task-outside', named);
  }
  for (const { worker, spans } of cell.workers) {
    for (const { task } of spans) {
      if (task !== undefined && !seen.has(task)) yield contradiction('span-task', { ...place, worker, task });
    }
  }
}

function timesOf({ startNs, servedNs, sentNs, answeredNs, handedNs, hadNs }: TaskRecord): number[] {
  return [startNs, servedNs, sentNs, answeredNs, handedNs, hadNs].filter((time) => time !== undefined);
}

/** Sent, begun, served, answered; handed over, had. */
function isInOrder({ startNs, servedNs, sentNs, answeredNs, handedNs, hadNs }: TaskRecord, slackNs: number): boolean {
  return (
    startNs <= servedNs &&
    (sentNs ?? 0) <= startNs + slackNs &&
    (answeredNs ?? Infinity) >= servedNs - slackNs &&
    (handedNs ?? 0) <= (hadNs ?? Infinity)
  );
}

function ms(ns: number): number {
  return Math.round(ns / 1e5) / 10;
}
