import { cycleOf } from '../analysis/wait-for-graph';
import { areOfOneCounter } from '../analysis/proven-order';
import type { ConditionDefinition, PartDefinition } from '../experiments/definition-types';
import type { CellRecord, LostTask, TaskRecord, WorkerRecord } from '../record/events';
import type { UnsealedRecord } from '../record/record';
import { step } from '../statistics/step';
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
    step();
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
    yield* deadlocksThatDoNotFollow(cell);
    yield* trialsThatDoNotFollow(cell);
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
  for (const lost of cell.lost ?? []) {
    if (seen.has(lost.task)) yield contradiction('task-doubled', { ...place, task: lost.task });
    seen.add(lost.task);
    yield* lossThatDoesNotFollow(cell, lost, workers);
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

/** Each deadlock is of a dinner of its own, and its waits are one whole cycle. */
function* deadlocksThatDoNotFollow(cell: CellRecord): Contradictions {
  const { dinners = 0, deadlocks = [] } = cell.table ?? {};
  const seen = new Set<number>();
  for (const { dinner, cycle } of deadlocks) {
    const named = { ...placeOf(cell), dinner: dinner + 1 };
    if (seen.has(dinner) || dinner >= dinners) yield contradiction('deadlock-dinner', { ...named, dinners });
    seen.add(dinner);
    if (cycleOf(cycle)?.length !== cycle.length) yield contradiction('deadlock-cycle', named);
  }
}

/** A loss is known while the cell goes on; whoever was lost with a task tells nothing more; a thread of its own ends alone. */
function* lossThatDoesNotFollow(
  cell: CellRecord,
  { task, worker, outcome, knownNs, ended }: LostTask,
  workers: ReadonlySet<string>,
): Contradictions {
  const named = { ...placeOf(cell), task };
  if (knownNs < cell.startNs || knownNs > cell.endNs) yield contradiction('lost-time', named);
  const isGone = outcome === 'worker-lost' || outcome === 'timed-out';
  if (isGone && worker !== null && workers.has(worker)) yield contradiction('lost-worker', { ...named, worker });
  if (ended !== undefined && outcome !== 'failed') yield contradiction('lost-thread', { ...named, outcome });
}

/** A counter holds no more than was added, and at least one: whoever wrote last added to what it had read. Logs are of one counter. */
function* trialsThatDoNotFollow(cell: CellRecord): Contradictions {
  const place = placeOf(cell);
  const { expected, outcomes = [] } = cell.trials ?? {};
  const seen = new Set<string>();
  for (const { outcome } of outcomes) {
    const held = Number(outcome);
    const isPossible =
      expected === undefined || (Number.isInteger(held) && held >= Math.min(1, expected) && held <= expected);
    if (!isPossible || seen.has(outcome)) {
      yield contradiction('trials-sum', { ...place, outcome, expected: expected ?? 0 });
    }
    seen.add(outcome);
  }
  const workers = new Set(cell.workers.map(({ worker }) => worker));
  for (const { worker } of cell.logs ?? []) {
    if (!workers.has(worker)) yield contradiction('log-worker', { ...place, worker });
  }
  if (cell.logs && !areOfOneCounter(cell.logs)) yield contradiction('log-values', place);
}

function timesOf({ dueNs, startNs, servedNs, sentNs, answeredNs, handedNs, hadNs }: TaskRecord): number[] {
  return [dueNs, startNs, servedNs, sentNs, answeredNs, handedNs, hadNs].filter((time) => time !== undefined);
}

/** Due, sent, begun, served, answered; handed over, had. A wait that was asked for was not shorter than a timer can tell. */
function isInOrder(task: TaskRecord, slackNs: number): boolean {
  const { dueNs, askedMs, startNs, servedNs, sentNs, answeredNs, handedNs, hadNs } = task;
  return (
    startNs <= servedNs &&
    (dueNs ?? 0) <= (sentNs ?? startNs) + slackNs &&
    servedNs - startNs >= ((askedMs ?? 0) - timerEarlyMs) * 1e6 &&
    (sentNs ?? 0) <= startNs + slackNs &&
    (answeredNs ?? Infinity) >= servedNs - slackNs &&
    (handedNs ?? 0) <= (hadNs ?? Infinity)
  );
}

/** A timer of whole milliseconds may end so much early: its loop knows the time to a millisecond. */
const timerEarlyMs = 2;

function ms(ns: number): number {
  return Math.round(ns / 1e5) / 10;
}
