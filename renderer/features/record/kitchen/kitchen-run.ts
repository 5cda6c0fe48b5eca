import type { ExperimentDefinition, PartDefinition, WorkerKind, WorkerSeat } from '@core/experiments/definition-types';
import type { CellRecord } from '@core/record/events';
import type { RunRecord } from '@core/record/record';
import type { TimelineChoice, TimelineSpan } from '../timeline/timeline-layout';

// One recorded execution, arranged for the replay: who works in which house, and where each task is done. Times are
// nanoseconds from the start of the cell. Nothing is added to what was recorded.

/** Where a task is while nobody has it in hand: a timer or I/O gets on by itself, computing stays on the worktop. */
export const stations = ['stove', 'toaster', 'delivery', 'worktop'] as const;
export type Station = (typeof stations)[number];

export interface KitchenCook {
  readonly worker: string;
  readonly seat: string;
  readonly kind: WorkerKind;
  readonly hired: boolean;
  /** Number of the house: all threads share the first one, each process has one of its own. */
  readonly house: number;
  /** Without gap or overlap from 0 to the end of the execution. */
  readonly spans: readonly TimelineSpan[];
  /** CPU time of the worker's thread over the whole execution; null where the system does not tell. */
  readonly cpuNs: number | null;
}

export interface KitchenTask {
  readonly task: string;
  /** Index of the cook who did it. */
  readonly cook: number;
  readonly station: Station;
  readonly startNs: number;
  readonly servedNs: number;
  /** Where a queue handed out the tasks: when it was sent, and when its answer was there. */
  readonly sentNs: number | undefined;
  readonly answeredNs: number | undefined;
}

export interface Kitchen {
  readonly condition: string;
  readonly totalNs: number;
  readonly houses: number;
  readonly cooks: readonly KitchenCook[];
  /** In the order in which they were begun. */
  readonly tasks: readonly KitchenTask[];
  /** The same in the order in which they were served. */
  readonly byServed: readonly KitchenTask[];
  /** Where each task waits, by its name. */
  readonly stations: ReadonlyMap<string, Station>;
  /** Every recorded moment at which something changes, ascending, each once; the start and the end among them. */
  readonly momentsNs: readonly number[];
  /** Messages of the whole execution. */
  readonly messages: number;
}

/** The cell of a choice and a condition; undefined if it was not recorded. */
export function cellOf(record: RunRecord, choice: TimelineChoice, condition: string): CellRecord | undefined {
  return record.cells.find(
    (cell) =>
      cell.part === choice.part &&
      cell.condition === condition &&
      cell.round === choice.round &&
      cell.repetition === choice.repetition,
  );
}

/** The execution of a cell. Workers that the record does not list (hired anew in each cell) are taken from the definition. */
export function kitchenOf(record: RunRecord, experiment: ExperimentDefinition, cell: CellRecord): Kitchen {
  const part = experiment.parts.find(({ id }) => id === cell.part);
  const seats = experiment.conditions.find(({ id }) => id === cell.condition)?.seats ?? [];
  const staff = cell.workers.map(({ worker }) => seatOf(record, seats, worker));
  const threadHouses = staff.some(({ kind }) => kind === 'thread') ? 1 : 0;
  let houses = threadHouses;
  const cooks = cell.workers.map(({ worker, spans, cpuNs }, index): KitchenCook => {
    const { id, kind, hired } = staff[index] ?? { id: worker, kind: 'thread', hired: false };
    return {
      worker,
      seat: id,
      kind,
      hired,
      house: kind === 'thread' ? 0 : houses++,
      cpuNs,
      spans: spans.map(({ state, startNs, endNs, task }) => ({
        state,
        startNs: startNs - cell.startNs,
        endNs: endNs - cell.startNs,
        task,
      })),
    };
  });
  const tasks = tasksOf(cell, part, cooks);
  const { messages } = cell;
  const totalNs = cell.endNs - cell.startNs;
  return {
    condition: cell.condition,
    totalNs,
    houses,
    cooks,
    tasks,
    byServed: tasks.toSorted((a, b) => a.servedNs - b.servedNs),
    stations: new Map(tasks.map(({ task, station }) => [task, station])),
    momentsNs: momentsOf(cooks, tasks, totalNs),
    messages,
  };
}

function seatOf(record: RunRecord, seats: readonly WorkerSeat[], worker: string): WorkerSeat {
  const known = record.workers.find(({ id }) => id === worker);
  if (known) return { id: known.seat, kind: known.kind, hired: known.hired };
  const seat = seats.find(({ id }) => worker.endsWith(`/${id}`));
  return seat ?? { id: worker, kind: 'thread', hired: false };
}

function tasksOf(cell: CellRecord, part: PartDefinition | undefined, cooks: readonly KitchenCook[]): KitchenTask[] {
  const numbers = new Map(cooks.map(({ worker }, index) => [worker, index]));
  const moved = (timeNs: number | undefined): number | undefined =>
    timeNs === undefined ? undefined : timeNs - cell.startNs;
  return cell.tasks
    .flatMap(({ task, worker, startNs, servedNs, sentNs, answeredNs }): KitchenTask[] => {
      const cook = numbers.get(worker);
      if (cook === undefined) return [];
      const times = { startNs: startNs - cell.startNs, servedNs: servedNs - cell.startNs };
      return [
        { task, cook, station: stationOf(task, part), ...times, sentNs: moved(sentNs), answeredNs: moved(answeredNs) },
      ];
    })
    .toSorted((a, b) => a.startNs - b.startNs);
}

/** The dishes of the restaurant analogy that wait have a place of their own. */
const ownStations: Readonly<Record<string, Station>> = { eggs: 'stove', toast: 'toaster' };

/** Where a task waits by itself: requests outside, everything else that waits on the stove; computing never does. */
export function stationOf(task: string, part: PartDefinition | undefined): Station {
  switch (part?.work?.workload) {
    case undefined:
      return ownStations[task] ?? 'worktop';
    case 'cpu':
      return 'worktop';
    case 'socket':
    case 'database':
      return 'delivery';
    case 'timer':
    case 'file':
    case 'threadpool':
    case 'mixed':
      return 'stove';
  }
}

function momentsOf(cooks: readonly KitchenCook[], tasks: readonly KitchenTask[], totalNs: number): number[] {
  const moments = new Set([0, totalNs]);
  for (const { spans } of cooks) for (const { startNs } of spans) moments.add(startNs);
  for (const { startNs, servedNs, sentNs, answeredNs } of tasks) {
    for (const timeNs of [startNs, servedNs, sentNs, answeredNs]) if (timeNs !== undefined) moments.add(timeNs);
  }
  return [...moments].filter((timeNs) => timeNs >= 0 && timeNs <= totalNs).toSorted((a, b) => a - b);
}
