/**
 * Synthetic, for tests only: complete records of the Workbench whose every number is invented, shaped by the definition
 * of a choice. Nothing in them was measured; product code never imports this file.
 */
import type { ConditionDefinition } from '../experiments/definition-types';
import { standardChoice, type WorkbenchChoice } from '../experiments/workbench/choice';
import { workbenchDefinition, workbenchPart } from '../experiments/workbench/definition';
import { createRandom, type Random } from '../statistics/random';
import type { CellRecord, HiringRecord, Span, TaskRecord, WorkerRecord } from '../record/events';
import { cellOrder } from '../record/order';
import { resolvePlan } from '../record/plan';
import type { RunOutcome, RunRecord } from '../record/record';
import { syntheticRecord } from './synthetic-record';

export interface SyntheticWorkbenchOptions {
  readonly choice?: Partial<WorkbenchChoice>;
  /** Measured rounds, without the warm-up. 7 unless given. */
  readonly rounds?: number;
  readonly seed?: number;
  /** Available parallelism, 4 unless given: more workers than cores compute in turn. */
  readonly cores?: number;
  /** Largest relative deviation of a cell: 0.01 is 1 % either way. */
  readonly noise?: number;
  /** Counters of the threads, as a machine that tells them; true unless given. */
  readonly counters?: boolean;
  readonly outcome?: RunOutcome;
}

/** A valid record of an invented Workbench run; equal options give equal records. */
export function syntheticWorkbenchRecord(options: SyntheticWorkbenchOptions = {}): RunRecord {
  const { rounds = 7, seed = 11, cores = 4, noise = 0.002, counters = true } = options;
  const choice = { ...standardChoice, ...options.choice };
  const experiment = workbenchDefinition(choice);
  const plan = resolvePlan(experiment, {
    preset: 'quick',
    seed,
    parameters: { rounds },
    lowerPriority: true,
    workbench: choice,
  });
  const random = createRandom(seed);
  const order = cellOrder(experiment, rounds, seed);
  const cells: CellRecord[] = [];
  let startNs = 2_000_000_000;
  for (const [round, , id] of order) {
    const condition = experiment.conditions.find((one) => one.id === id);
    if (!condition) continue;
    const factor = (1 + noise * (2 * random.next() - 1)) * (round === 0 ? 1.2 : 1);
    const cell = cellOf(condition, choice, { index: cells.length, round, startNs, cores, factor, counters });
    cells.push(cell);
    startNs = cell.endNs + 12_000_000;
  }
  const base = syntheticRecord({ rounds: 1, cores, seed, prediction: 'skipped' });
  return {
    ...base,
    plan,
    definition: experiment,
    title: 'Workbench (synthetic)',
    outcome: options.outcome ?? { status: 'completed' },
    order: order.map((cell) => [...cell]),
    hirings: experiment.conditions.flatMap((condition) => syntheticHirings(condition, plan.hiringTrials, random)),
    workers: experiment.conditions.flatMap(syntheticWorkers),
    messageTrips: [],
    cells,
    loads: [],
    workloadCalibrations: [
      {
        name: 'task',
        operation: choice.operation === 'none' ? choice.workload : choice.operation,
        unit: 'iterations',
        wantedMs: choice.taskMs,
        units: Math.round(choice.taskMs * 250_000),
        samples: [1, 2, 4].map((step) => ({ units: step * 100_000, durationNs: step * 400_000 })),
      },
    ],
    ...(choice.pinnedCores !== null && {
      pinnings: experiment.conditions.map(({ id, seats }) => ({
        condition: id,
        cores: choice.pinnedCores ?? 1,
        method: 'taskset' as const,
        allowed: ['0'],
        verified: true,
        threads: seats.length + 4,
      })),
    }),
    ...(choice.targetWidth !== null && { stop: { reason: 'narrow-enough' as const, rounds, widest: 0.01 } }),
  };
}

interface CellPlace {
  readonly index: number;
  readonly round: number;
  readonly startNs: number;
  readonly cores: number;
  readonly factor: number;
  readonly counters: boolean;
}

/** What one worker does with its tasks, in milliseconds from the start of the cell. */
interface Shift {
  readonly spans: readonly { readonly state: Span['state']; readonly ms: number; readonly task?: string }[];
  readonly tasks: readonly { readonly task: string; readonly startMs: number; readonly servedMs: number }[];
}

function cellOf(condition: ConditionDefinition, choice: WorkbenchChoice, place: CellPlace): CellRecord {
  const { startNs, factor } = place;
  const shifts = condition.seats.map((_, seat) => shiftOf(condition, seat, choice, place.cores));
  const toNs = (ms: number): number => Math.round(ms * factor * 1e6);
  const lastMs = Math.max(...shifts.map(({ spans }) => spans.reduce((sum, { ms }) => sum + ms, 0)));
  const endNs = startNs + toNs(lastMs + 0.2);
  const busyMs = ({ spans }: Shift): number =>
    spans.reduce((sum, { state, ms }) => sum + (state === 'busy' ? ms : 0), 0);
  return {
    index: place.index,
    round: place.round,
    repetition: 0,
    part: workbenchPart,
    condition: condition.id,
    startNs,
    endNs,
    sentinelBeforeNs: 5_000_000,
    sentinelAfterNs: 5_000_000,
    messages: 2 * choice.tasks,
    workers: shifts.map((shift, seat) => ({
      worker: `${condition.id}/worker-${seat + 1}`,
      cpuNs: toNs(busyMs(shift)) + 30_000,
      spans: spansOf(shift, startNs, endNs, toNs),
      ...(place.counters && {
        counters: {
          voluntarySwitches: 3 + shift.tasks.length,
          involuntarySwitches: seat,
          utilization: Math.min(1, busyMs(shift) / lastMs),
          loopDelay: { medianNs: 100_000, p99Ns: 400_000 + seat * 1000, longestNs: 900_000 },
        },
      }),
    })),
    tasks: shifts.flatMap((shift, seat): TaskRecord[] =>
      shift.tasks.map(({ task, startMs, servedMs }) => ({
        task,
        worker: `${condition.id}/worker-${seat + 1}`,
        startNs: startNs + toNs(startMs + 0.1),
        servedNs: startNs + toNs(servedMs + 0.1),
        iterations: Math.round(choice.taskMs * 250_000),
        checksum: 1_000 + Number(task.slice(5)),
        ...(condition.seats.some(({ hired }) => hired) && {
          sentNs: startNs + toNs(startMs + 0.05),
          answeredNs: startNs + toNs(servedMs + 0.15),
        }),
      })),
    ),
  };
}

const waiting: Readonly<Record<WorkbenchChoice['workload'], (choice: WorkbenchChoice) => number>> = {
  cpu: () => 0,
  threadpool: () => 0,
  timer: () => 1,
  socket: () => 1,
  file: () => 0.8,
  database: ({ waitShare }) => waitShare,
  mixed: ({ waitShare }) => waitShare,
};

function shiftOf(condition: ConditionDefinition, seat: number, choice: WorkbenchChoice, cores: number): Shift {
  const workers = condition.seats.length;
  const own = Array.from({ length: choice.tasks }, (_, index) => index).filter((index) => index % workers === seat);
  const waitMs = choice.taskMs * waiting[choice.workload](choice);
  const workMs = (choice.taskMs - waitMs) * Math.max(1, workers / cores);
  const atOnce = condition.inFlight ?? 1;
  const isBlocking = condition.inFlight === undefined;
  const spans: Shift['spans'][number][] = [];
  const tasks: Shift['tasks'][number][] = [];
  let atMs = 0;
  for (let first = 0; first < own.length; first += atOnce) {
    const together = own.slice(first, first + atOnce);
    const startMs = atMs;
    spans.push({ state: isBlocking ? 'blocked' : 'idle', ms: waitMs });
    atMs += waitMs;
    for (const index of together) {
      const task = `task-${index + 1}`;
      spans.push({ state: 'busy', ms: workMs, task });
      atMs += workMs;
      tasks.push({ task, startMs, servedMs: Math.max(atMs, startMs + 0.01) });
    }
  }
  return { spans, tasks };
}

function spansOf(shift: Shift, startNs: number, endNs: number, toNs: (ms: number) => number): Span[] {
  const spans: Span[] = [];
  let at = startNs;
  const add = (state: Span['state'], until: number, task?: string): void => {
    if (until > at) spans.push({ state, startNs: at, endNs: until, ...(task === undefined ? {} : { task }) });
    at = Math.max(at, until);
  };
  add('messaging', startNs + toNs(0.1));
  let atMs = 0.1;
  for (const { state, ms, task } of shift.spans) {
    atMs += ms;
    add(state, startNs + toNs(atMs), task);
  }
  add('idle', endNs);
  return spans;
}

/** Hirings of a condition, none where nobody is hired. */
export function syntheticHirings(condition: ConditionDefinition, trials: number, random: Random): HiringRecord[] {
  const workers = condition.seats.filter(({ hired }) => hired).length;
  if (workers === 0) return [];
  return Array.from({ length: trials }, (_, trial) => {
    const requestedNs = 500_000_000 + trial * 100_000_000;
    const readyNs = requestedNs + Math.round(30_000_000 * (1 + random.next() / 10));
    return {
      condition: condition.id,
      trial,
      workers,
      requestedNs,
      readyNs,
      memoryBytes: 5e6 * workers,
      memoryBasis: 'pss',
    };
  });
}

/** The workers of the condition at this place among all. */
export function syntheticWorkers(condition: ConditionDefinition, place: number): WorkerRecord[] {
  return condition.seats.map(({ id, kind, hired }, index) => ({
    id: `${condition.id}/${id}`,
    condition: condition.id,
    seat: id,
    kind,
    hired,
    pid: kind === 'process' ? 5000 + place * 100 + index : 4200,
    tid: 6000 + place * 100 + index,
    requestedNs: 400_000_000,
    readyNs: 430_000_000,
    nice: 5,
    cpuSource: 'schedstat',
    memory: { processRssBytes: 88_000_000, processPssBytes: 41_000_000, heapBytes: 4_200_000 },
  }));
}
