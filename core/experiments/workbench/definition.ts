import type { ConditionDefinition, ExperimentDefinition, Strategy, WorkerKind } from '../definition-types';
import { again, alone, hiredWorkers } from '../seats';
import type { WorkDescription } from '../work';
import type { WorkbenchChoice } from './choice';

/** The experiment id of every run of the Workbench. */
export const workbenchId = 'workbench';

/** What is shown of the window and of main, where a choice asks for it. */
export const windowMeasures = ['frame-gap', 'dropped-frames', 'input-delay', 'ipc-stall', 'main-delay'] as const;

/** The one part of a Workbench run. */
export const workbenchPart = 'tasks';

/**
 * The experiment that a choice describes: one condition per strategy, number of workers and tasks in flight, compared
 * with the first one, which is there twice (the A/A pair). Nothing is predicted about any of them.
 */
export function workbenchDefinition(choice: WorkbenchChoice): ExperimentDefinition {
  const different = choice.strategies.flatMap((strategy) => conditionsOf(strategy, choice));
  const [baseline] = different;
  if (!baseline) throw new RangeError('A Workbench choice has at least one strategy.');
  const second = again(baseline);
  const conditions = [...different, second];
  return {
    id: workbenchId,
    track: 'free',
    conditions,
    parts: [
      {
        id: workbenchPart,
        conditions: conditions.map(({ id }) => id),
        noisePair: [baseline.id, second.id],
        comparisons: different
          .slice(1)
          .map(({ id }) => ({ condition: id, baseline: baseline.id, expect: 'open' as const })),
        tasks: [],
        work: workOf(choice),
        ...(choice.watchWindow && { measures: windowMeasures }),
        predictionScaleMs: choice.taskMs * choice.tasks * 2,
      },
    ],
    parameters: [{ id: 'rounds', unit: 'rounds', minimum: 1, maximum: 200, standard: 0 }],
    presets: {
      quick: { rounds: 7, hiringTrials: 1, ...seconds(choice, conditions.length, 7) },
      standard: { rounds: 15, hiringTrials: 3, ...seconds(choice, conditions.length, 15) },
      thorough: { rounds: 30, hiringTrials: 5, ...seconds(choice, conditions.length, 30) },
    },
    smallestDifference: 0.01,
  };
}

/** The work of a choice. Only computation under `async-chunked` is cut into pieces, but then in all conditions. */
function workOf(choice: WorkbenchChoice): WorkDescription {
  const { workload, operation, taskMs, tasks, waitShare, jitterShare } = choice;
  const chunked = choice.strategies.includes('async-chunked') && (workload === 'cpu' || workload === 'mixed');
  return { workload, operation, taskMs, tasks, waitShare, jitterShare, chunkMs: chunked ? choice.chunkMs : null };
}

function conditionsOf(strategy: Strategy, choice: WorkbenchChoice): ConditionDefinition[] {
  const pinned = choice.pinnedCores === null ? {} : { pinnedCores: choice.pinnedCores };
  const hired = choice.cold ? { ...pinned, cold: true } : pinned;
  switch (strategy) {
    case 'sync':
      return [{ id: strategy, strategy, seats: [alone], ...pinned }];
    case 'async':
    case 'async-chunked':
      return choice.inFlight.map((inFlight) => ({
        id: `${strategy}-${inFlight}`,
        strategy,
        seats: [alone],
        inFlight,
        ...pinned,
      }));
    case 'threads':
    case 'processes':
      return choice.workers.map((workers) => ({
        id: `${strategy}-${workers}`,
        strategy,
        seats: hiredWorkers(kindOf(strategy), workers),
        ...hired,
      }));
    case 'threads-async':
    case 'processes-async':
      return choice.workers.flatMap((workers) =>
        choice.inFlight.map((inFlight) => ({
          id: `${strategy}-${workers}-${inFlight}`,
          strategy,
          seats: hiredWorkers(kindOf(strategy), workers),
          inFlight,
          ...hired,
        })),
      );
  }
}

function kindOf(strategy: Strategy): WorkerKind {
  return strategy.startsWith('threads') ? 'thread' : 'process';
}

/**
 * Upper estimates in seconds: every condition as slow as executing all tasks one after the other, a short cell three
 * times, and time to hire.
 */
function seconds(choice: WorkbenchChoice, conditions: number, rounds: number) {
  const cellSeconds =
    Math.max(0.03, (choice.taskMs * choice.tasks) / 1000) * (choice.taskMs * choice.tasks < 300 ? 3 : 1);
  const expectedSeconds = Math.ceil(10 + conditions * (1 + (rounds + 1) * cellSeconds));
  return { expectedSeconds, timeBudgetSeconds: 60 + 5 * expectedSeconds };
}
