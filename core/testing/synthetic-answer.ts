/**
 * Synthetic, for tests only: complete records of a search of the Workbench whose every time is invented. Nothing in them was
 * measured; product code never imports this file.
 */
import { candidatesOf } from '../analysis/candidates';
import type { ConditionDefinition } from '../experiments/definition-types';
import { answerChoice } from '../experiments/workbench/answer-choice';
import type { TaskTimes } from '../experiments/workbench/choice';
import { setUpOf, type SetUp } from '../experiments/workbench/conditions';
import { workbenchDefinition } from '../experiments/workbench/definition';
import type { CellRecord } from '../record/events';
import { cellOrder, confirmingOrder, searchOf, type OrderedCell } from '../record/order';
import { resolvePlan } from '../record/plan';
import type { RunRecord } from '../record/record';
import { createRandom } from '../statistics/random';
import { syntheticRecord } from './synthetic-record';
import { syntheticHirings, syntheticWorkers } from './synthetic-workbench';

export interface SyntheticAnswerOptions {
  readonly task?: TaskTimes;
  readonly cores?: number;
  /** All rounds, those of the search included; those of the preset quick unless given. */
  readonly rounds?: number;
  readonly seed?: number;
  /** Time of a cell in milliseconds before noise; what arithmetic gives unless given. */
  readonly totalMs?: (setUp: SetUp, part: string) => number;
  /** Largest relative deviation of a cell. */
  readonly noise?: number;
}

/** A valid record of an invented search; equal options give equal records. */
export function syntheticAnswerRecord(options: SyntheticAnswerOptions = {}): RunRecord {
  const { task = { cpuMs: 2, waitingMs: 8 }, cores = 2, seed = 11, noise = 0.004 } = options;
  const choice = answerChoice(task, cores);
  const experiment = workbenchDefinition(choice);
  const search = searchOf(experiment);
  if (!search) throw new RangeError('The choice is no search.');
  const plan = resolvePlan(experiment, {
    preset: 'quick',
    seed,
    parameters: options.rounds === undefined ? {} : { rounds: options.rounds },
    lowerPriority: true,
    workbench: choice,
    cores,
  });
  const ideal = ({ workers, inFlight }: SetUp): number =>
    choice.tasks * Math.max(task.cpuMs / Math.min(workers, cores), choice.taskMs / (workers * inFlight)) +
    choice.taskMs;
  const totalMs = options.totalMs ?? ideal;
  const random = createRandom(seed);
  const cells: CellRecord[] = [];
  let startNs = 2_000_000_000;
  const measure = (order: readonly OrderedCell[]): void => {
    for (const [round, part, id] of order) {
      const condition = experiment.conditions.find((one) => one.id === id);
      if (!condition) continue;
      const ms = totalMs(setUpOf(condition), part) * (1 + noise * (2 * random.next() - 1));
      const cell = cellOf(condition, { index: cells.length, round, part, startNs, ms, tasks: choice.tasks });
      cells.push(cell);
      startNs = cell.endNs + 12_000_000;
    }
  };
  const searching = cellOrder(experiment, plan.rounds, seed);
  measure(searching);
  const conditions = candidatesOf(experiment, cells);
  const confirming = confirmingOrder(search.search, conditions, plan.rounds, seed);
  measure(confirming);
  const base = syntheticRecord({ rounds: 1, cores, seed, prediction: 'skipped' });
  return {
    ...base,
    plan,
    definition: experiment,
    title: 'Workbench (synthetic)',
    order: [...searching, ...confirming].map((cell) => [...cell]),
    ...(confirming.length > 0 && { candidates: { afterRound: search.search.rounds, conditions: [...conditions] } }),
    hirings: experiment.conditions.flatMap((condition) => syntheticHirings(condition, plan.hiringTrials, random)),
    workers: experiment.conditions.filter(({ crewOf }) => crewOf === undefined).flatMap(syntheticWorkers),
    messageTrips: [],
    cells,
    loads: [],
  };
}

interface Place {
  readonly index: number;
  readonly round: number;
  readonly part: string;
  readonly startNs: number;
  readonly ms: number;
  readonly tasks: number;
}

/** Every worker is busy throughout; the first one serves all tasks, evenly spread. */
function cellOf(condition: ConditionDefinition, { index, round, part, startNs, ms, tasks }: Place): CellRecord {
  const endNs = startNs + Math.round(ms * 1e6);
  const owner = condition.crewOf ?? condition.id;
  const workers = condition.seats.map((seat) => `${owner}/${seat.id}`);
  const eachNs = (endNs - startNs) / tasks;
  return {
    index,
    round,
    repetition: 0,
    part,
    condition: condition.id,
    startNs,
    endNs,
    sentinelBeforeNs: 5_000_000,
    sentinelAfterNs: 5_000_000,
    messages: 2 * tasks,
    workers: workers.map((worker) => ({ worker, cpuNs: 1_000_000, spans: [{ state: 'busy', startNs, endNs }] })),
    tasks: Array.from({ length: tasks }, (_, n) => ({
      task: `task-${n + 1}`,
      worker: workers[0] ?? '',
      startNs: startNs + Math.floor(n * eachNs),
      servedNs: startNs + Math.floor((n + 1) * eachNs),
      iterations: 500_000,
      checksum: 1_000 + n,
    })),
  };
}
