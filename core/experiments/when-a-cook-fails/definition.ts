import type { Failure } from '../../protocol/step';
import { defineExperiment } from '../define';
import type { ComparisonDefinition, ConditionDefinition, ExperimentDefinition, WorkerSeat } from '../definition-types';
import { levelOptions } from '../forecasts';
import type { LevelDefinition } from '../measures';
import { again } from '../seats';

/** Where a task that fails runs. */
export const places = ['async', 'thread', 'process'] as const;
export type Place = (typeof places)[number];

/** What goes wrong, by the word in the ids of conditions. */
export const waysToFail = {
  throw: 'throw',
  reject: 'reject',
  exit: 'exit',
  memory: 'out-of-memory',
  loop: 'loop',
} as const satisfies Readonly<Record<string, Failure>>;
export type WayToFail = keyof typeof waysToFail;
export const ways = Object.keys(waysToFail) as WayToFail[];

/** Tasks beside the one that fails: each waits, and is under way when it happens. */
export const otherTasks = 4;
export const otherTaskMs = 60;
/** How long the task works before it fails, in milliseconds. */
export const failsAfterMs = 10;

/** One task is lost with itself; from two on it took another one along. */
const moreThanItself = 1.5;

/** The process of all other tasks, and the one in which a task is alone. Both are there from before the first round on. */
const seats: readonly WorkerSeat[] = (['kitchen', 'annexe'] as const).map((id) => {
  return { id, kind: 'process', bare: true, hired: false };
});

const strategyOf = { async: 'async', thread: 'threads', process: 'processes' } as const;

/** Everything has the same two processes: one that a failure ended has a successor. */
const lender = 'throw-async';

function conditionOf(way: WayToFail, place: Place): ConditionDefinition {
  const id = `${way}-${place}`;
  const own: ConditionDefinition = { id, strategy: strategyOf[place], seats, inFlight: otherTasks + 1 };
  return id === lender ? own : { ...own, crewOf: lender };
}

const conditions = ways.flatMap((way) => places.map((place) => conditionOf(way, place)));
const repeated = conditionOf('exit', 'process');

/** Whether the other tasks are lost too. An error that is caught takes nothing along; everything else ends its loop or holds it. */
function othersOf(way: WayToFail, place: Place): LevelDefinition {
  const takesAll = place === 'async' && way !== 'throw';
  const expect = takesAll ? 'above' : 'below';
  return { condition: `${way}-${place}`, measure: 'lost-tasks', threshold: moreThanItself, expect };
}

/** A thread is there again sooner than a process. */
function soonerThanProcess(way: WayToFail): ComparisonDefinition {
  return { condition: `${way}-thread`, baseline: `${way}-process`, expect: 'faster' };
}

/** A task fails. Factors: how, and where: among other tasks on a loop, in a thread of its own, in a process of its own. */
export const whenACookFails: ExperimentDefinition = defineExperiment({
  id: 'when-a-cook-fails',
  track: 'D',
  conditions: [...conditions, again(repeated)],
  parts: [
    {
      id: 'failures',
      headline: 'recovery',
      measures: ['loss-known', 'lost-tasks'],
      comparisons: [
        ...ways.map(soonerThanProcess),
        { condition: 'throw-async', baseline: 'throw-thread', expect: 'faster' },
      ],
      levels: ways.flatMap((way) => places.map((place) => othersOf(way, place))),
      allows: ['worker-lost', 'timed-out', 'failed'],
      predicted: [],
      predictionScaleMs: 1000,
    },
  ],
  parameters: [{ id: 'patienceMs', unit: 'ms', minimum: 150, maximum: 2000, standard: 200 }],
  forecasts: [
    {
      id: 'others',
      kind: 'pick',
      options: levelOptions,
      rows: ['throw-async', 'reject-async', 'exit-thread', 'memory-thread', 'loop-process'].map((condition) => {
        return { id: condition, part: 'failures', by: { condition, measure: 'lost-tasks' } };
      }),
    },
  ],
  expectedSeconds: [30, 60, 120],
  timeBudgetSeconds: [180, 300, 500],
});
