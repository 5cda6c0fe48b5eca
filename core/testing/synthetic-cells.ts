/** Synthetic, for tests only: invented cells of `eggs-and-toast`, shaped like recorded ones. Never part of a real run. */
import type { ConditionDefinition, WorkerKind, WorkerSeat } from '../experiments/definition-types';
import type { CellRecord, Span, TaskRecord } from '../record/events';
import type { RunPlan } from '../record/plan';
import type { WorkerState } from '../record/schema-parts';

interface Segment {
  readonly state: WorkerState;
  readonly ms: number;
  readonly task?: string;
}

interface Dish {
  readonly task: string;
  readonly startMs: number;
  readonly servedMs: number;
}

/** What one worker does between its ticket and its answer. */
interface Shift {
  readonly segments: readonly Segment[];
  readonly dishes: readonly Dish[];
}

export interface SyntheticCellPlace {
  readonly index: number;
  readonly round: number;
  readonly repetition: number;
  readonly part: string;
  readonly startNs: number;
  /** Multiplies everything between ticket and answer. */
  readonly factor: number;
  readonly sentinelNs: number;
  readonly iterations: Readonly<Record<string, number>>;
}

const dispatchMs = 0.02;
const messageMs: Readonly<Record<WorkerKind, number>> = {
  thread: 0.05,
  process: 0.3,
  renderer: 0.3,
  'web-worker': 0.3,
  main: 0.3,
};

/** Id of the worker on a seat of a condition. */
export function syntheticWorkerId(condition: string, seat: string): string {
  return `${condition}/${seat}`;
}

/** Shortest planned duration of any cell of the part, in milliseconds: decides whether its cells are repeated. */
export function shortestCellMs(part: string, plan: RunPlan): number {
  const ms = (name: string): number => plan.parameters[name] ?? 0;
  return part === 'doughs' ? ms('doughMs') : Math.max(ms('eggsMs'), ms('toastMs'), ms('cleaningMs'));
}

/** One cell whose workers' spans each cover startNs..endNs without gap or overlap. */
export function syntheticCell(
  condition: ConditionDefinition,
  plan: RunPlan,
  cores: number,
  place: SyntheticCellPlace,
): CellRecord {
  const { startNs, factor } = place;
  const shifts = condition.seats.map((seat) => ({ seat, shift: shiftOf(place.part, condition, seat, plan, cores) }));
  const longestMs = Math.max(
    ...shifts.map(({ seat, shift }) => 2 * messageMs[seat.kind] + shiftMs(shift) * factor + 2 * dispatchMs),
  );
  const endNs = startNs + toNs(longestMs);
  const busyShifts = shifts.filter(({ shift }) => shift.segments.length > 0);
  return {
    index: place.index,
    round: place.round,
    repetition: place.repetition,
    part: place.part,
    condition: condition.id,
    startNs,
    endNs,
    sentinelBeforeNs: place.sentinelNs,
    sentinelAfterNs: place.sentinelNs,
    messages: 2 * busyShifts.length,
    workers: shifts.map(({ seat, shift }) => ({
      worker: syntheticWorkerId(condition.id, seat.id),
      cpuNs: toNs(msIn(shift, 'busy') * factor) + 20_000,
      spans: spansOf(seat, shift, startNs, endNs, factor),
    })),
    tasks: busyShifts.flatMap(({ seat, shift }) => tasksOf(condition, seat, shift, place)),
  };
}

function shiftOf(part: string, condition: ConditionDefinition, seat: WorkerSeat, plan: RunPlan, cores: number): Shift {
  const ms = (name: string): number => plan.parameters[name] ?? 0;
  const hires = condition.seats.length > 1;
  if (part === 'doughs') {
    const dough = { state: 'busy', ms: ms('doughMs') } as const;
    if (!hires)
      return inTurn([
        { ...dough, task: 'dough-1' },
        { ...dough, task: 'dough-2' },
      ]);
    if (seat.id === 'cook-1') return inTurn([{ ...dough, task: 'dough-1' }]);
    if (seat.id !== 'cook-2') return { segments: [], dishes: [] };
    const wait: Segment[] = cores < 2 ? [{ state: 'queued', ms: ms('doughMs') }] : [];
    return inTurn([...wait, { ...dough, task: 'dough-2' }]);
  }
  const eggs: Segment = { state: 'blocked', ms: ms('eggsMs'), task: 'eggs' };
  const toast: Segment = { state: 'blocked', ms: ms('toastMs'), task: 'toast' };
  const cleaning: Segment = { state: 'busy', ms: ms('cleaningMs'), task: 'cleaning' };
  if (hires) return inTurn([seat.id === 'cook-1' ? eggs : seat.id === 'cook-2' ? toast : cleaning]);
  if (condition.strategy === 'sync') return inTurn([eggs, toast, cleaning]);
  const endMs = Math.max(eggs.ms, toast.ms, cleaning.ms);
  return {
    segments: [cleaning, { state: 'idle', ms: endMs - cleaning.ms }],
    dishes: [
      { task: 'eggs', startMs: 0, servedMs: Math.max(eggs.ms, cleaning.ms) },
      { task: 'toast', startMs: 0, servedMs: Math.max(toast.ms, cleaning.ms) },
      { task: 'cleaning', startMs: 0, servedMs: cleaning.ms },
    ],
  };
}

function inTurn(segments: readonly Segment[]): Shift {
  const dishes: Dish[] = [];
  let atMs = 0;
  for (const { ms, task } of segments) {
    if (task !== undefined) dishes.push({ task, startMs: atMs, servedMs: atMs + ms });
    atMs += ms;
  }
  return { segments, dishes };
}

function spansOf(seat: WorkerSeat, shift: Shift, startNs: number, endNs: number, factor: number): Span[] {
  const spans: Span[] = [];
  let atNs = startNs;
  const add = (state: WorkerState, untilNs: number, task?: string): void => {
    if (untilNs > atNs) spans.push({ state, startNs: atNs, endNs: untilNs, ...(task === undefined ? {} : { task }) });
    atNs = untilNs;
  };
  if (shift.segments.length > 0) {
    add('idle', atNs + toNs(dispatchMs));
    add('messaging', atNs + toNs(messageMs[seat.kind]));
    for (const { state, ms, task } of shift.segments) add(state, atNs + toNs(ms * factor), task);
    add('messaging', atNs + toNs(messageMs[seat.kind]));
  }
  add('idle', endNs);
  return spans;
}

function tasksOf(
  condition: ConditionDefinition,
  seat: WorkerSeat,
  shift: Shift,
  { startNs, factor, iterations }: SyntheticCellPlace,
): TaskRecord[] {
  const beginNs = startNs + toNs(dispatchMs) + toNs(messageMs[seat.kind]);
  return shift.dishes.map(({ task, startMs, servedMs }) => {
    const work = iterations[task.startsWith('dough') ? 'dough' : task];
    return {
      task,
      worker: syntheticWorkerId(condition.id, seat.id),
      startNs: beginNs + toNs(startMs * factor),
      servedNs: beginNs + toNs(servedMs * factor),
      iterations: work ?? 0,
      checksum: work === undefined ? null : 1_000_000 + work + task.charCodeAt(task.length - 1),
    };
  });
}

function shiftMs(shift: Shift): number {
  return shift.segments.reduce((sum, { ms }) => sum + ms, 0);
}

function msIn(shift: Shift, state: WorkerState): number {
  return shift.segments.reduce((sum, segment) => sum + (segment.state === state ? segment.ms : 0), 0);
}

function toNs(ms: number): number {
  return Math.round(ms * 1e6);
}
