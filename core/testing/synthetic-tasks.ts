/**
 * Synthetic, for tests only: complete records of any experiment, with totals chosen by the test. Nothing in them was measured; product code never imports this file.
 */
import type { ConditionDefinition, ExperimentDefinition, PartDefinition } from '../experiments/definition-types';
import { resolveWork } from '../experiments/work';
import { createRandom, type Random } from '../statistics/random';
import type { CellRecord, Span } from '../record/events';
import { cellOrder } from '../record/order';
import { resolvePlan, type RunPlan } from '../record/plan';
import type { RunRecord } from '../record/record';
import { syntheticRecord } from './synthetic-record';
import { syntheticHirings, syntheticWorkers } from './synthetic-workbench';

export interface SyntheticTasksOptions {
  /** Total of a cell of this part and condition in milliseconds; round 0 is the warm-up. */
  readonly totalMs: (part: string, condition: string, round: number) => number;
  /** Largest relative deviation of a cell: 0.01 is 1 % either way. 0.002 unless given. */
  readonly noise?: number;
  /** Measured rounds, without the warm-up. 7 unless given. */
  readonly rounds?: number;
  readonly seed?: number;
  /** Cores of the invented machine, for which the experiment must have been made. 2 unless given. */
  readonly cores?: number;
  /** What a cell holds beside its total, chosen by the test: counters, beats, probes of the window. */
  readonly shape?: (cell: CellRecord) => CellRecord;
}

/**
 * A valid record of an invented run; equal options give equal records. A part that does not describe its work has one task
 * for each of its names, or one.
 */
export function syntheticTasksRecord(experiment: ExperimentDefinition, options: SyntheticTasksOptions): RunRecord {
  const { rounds = 7, seed = 13, cores = 2, noise = 0.002 } = options;
  // The preset that leaves no condition out.
  const plan = resolvePlan(experiment, {
    preset: 'standard',
    seed,
    parameters: { rounds },
    lowerPriority: true,
    cores,
  });
  const random = createRandom(seed);
  const order = cellOrder(experiment, rounds, seed);
  const cells: CellRecord[] = [];
  let startNs = 2_000_000_000;
  for (const [round, partId, id] of order) {
    const part = experiment.parts.find((one) => one.id === partId);
    const condition = experiment.conditions.find((one) => one.id === id);
    if (!part || !condition) continue;
    const factor = (1 + noise * (2 * random.next() - 1)) * (round === 0 ? 1.2 : 1);
    const totalNs = Math.round(options.totalMs(partId, id, round) * factor * 1e6);
    const cell = cellOf(part, condition, condition.idle ? 0 : tasksOf(part, plan), {
      index: cells.length,
      round,
      startNs,
      totalNs,
    });
    cells.push(options.shape?.(cell) ?? cell);
    startNs = cell.endNs + 12_000_000;
  }
  return {
    ...syntheticRecord({ rounds: 1, cores, seed, prediction: 'skipped' }),
    plan,
    definition: experiment,
    title: `${experiment.id} (synthetic)`,
    order: order.map((cell) => [...cell]),
    hirings: experiment.conditions.flatMap((condition) => syntheticHirings(condition, plan.hiringTrials, random)),
    workers: experiment.conditions.flatMap(syntheticWorkers),
    messageTrips: [],
    cells,
    loads: loadsOf(cells, cores, random),
    workloadCalibrations: [],
  };
}

function tasksOf(part: PartDefinition, plan: RunPlan): number {
  if (!part.work) return Math.max(1, part.tasks.length);
  return resolveWork(part.work, plan.parameters).tasks;
}

interface CellPlace {
  readonly index: number;
  readonly round: number;
  readonly startNs: number;
  readonly totalNs: number;
}

/** Workers take turns: each has its share of the tasks, evenly over the cell. */
function cellOf(part: PartDefinition, condition: ConditionDefinition, tasks: number, place: CellPlace): CellRecord {
  const { index, round, startNs, totalNs } = place;
  const endNs = startNs + totalNs;
  const { seats } = condition;
  // Where nothing runs there is one turn, in which nobody has a task.
  const turns = Math.max(1, Math.ceil(tasks / seats.length));
  const at = (turn: number): number => startNs + Math.round((totalNs * turn) / turns);
  const own = seats.map((_, seat) =>
    Array.from({ length: tasks }, (__, n) => n).filter((n) => n % seats.length === seat),
  );
  const spans = (numbers: readonly number[]): Span[] => [
    ...numbers.map((n, turn) => ({
      state: 'busy' as const,
      startNs: at(turn),
      endNs: at(turn + 1),
      task: `task-${n + 1}`,
    })),
    ...(numbers.length < turns ? [{ state: 'idle' as const, startNs: at(numbers.length), endNs }] : []),
  ];
  return {
    index,
    round,
    repetition: 0,
    part: part.id,
    condition: condition.id,
    startNs,
    endNs,
    sentinelBeforeNs: 5_000_000,
    sentinelAfterNs: 5_000_000,
    messages: 2 * tasks,
    workers: own.map((numbers, seat) => ({
      worker: `${condition.id}/${seats[seat]?.id ?? ''}`,
      cpuNs: Math.round((totalNs * numbers.length) / turns),
      spans: spans(numbers),
    })),
    tasks: own.flatMap((numbers, seat) =>
      numbers.map((n, turn) => ({
        task: `task-${n + 1}`,
        worker: `${condition.id}/${seats[seat]?.id ?? ''}`,
        startNs: at(turn),
        servedNs: at(turn + 1),
        iterations: 1000,
        checksum: 1000 + n,
      })),
    ),
  };
}

/** One interval per round, the cores loaded evenly by the run alone. */
function loadsOf(cells: readonly CellRecord[], cores: number, random: Random): RunRecord['loads'] {
  return [...new Set(cells.map(({ round }) => round))].map((round) => {
    const own = cells.filter((cell) => cell.round === round);
    const startNs = Math.min(...own.map((cell) => cell.startNs));
    const endNs = Math.max(...own.map((cell) => cell.endNs));
    const seconds = own.flatMap(({ workers }) => workers).reduce((sum, { cpuNs }) => sum + (cpuNs ?? 0) / 1e9, 0);
    const share = Math.min(1, (seconds * 1e9) / (endNs - startNs) / cores);
    const perCore = Array.from({ length: cores }, () => Math.min(1, share * (1 + random.next() / 100)));
    return { round, startNs, endNs, perCore, ownCpuSeconds: seconds };
  });
}
