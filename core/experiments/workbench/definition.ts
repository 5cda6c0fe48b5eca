import { against, budgetFor, defineExperiment } from '../define';
import type { ByPreset, WorkSource } from '../define';
import type { ConditionDefinition, ExperimentDefinition, Strategy, WorkerKind } from '../definition-types';
import { again, alone, hiredWorkers, nothingRuns } from '../seats';
import type { WorkbenchChoice } from './choice';

/** The experiment id of every run of the Workbench. */
export const workbenchId = 'workbench';

/** What is shown of the window and of main, where a choice asks for it. */
export const windowMeasures = ['frame-gap', 'dropped-frames', 'input-delay', 'ipc-stall', 'main-delay'] as const;

/** A gap between frames that a window has only where something holds it up, in milliseconds. */
const hitchMs = 100;

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
  const pinned = choice.pinnedCores === null ? {} : { pinnedCores: choice.pinnedCores };
  const idle = choice.watchWindow ? [{ ...nothingRuns(alone), ...pinned }] : [];
  const conditions = [...different, second, ...idle];
  const expectedSeconds = secondsFor(choice, conditions.length);
  return defineExperiment({
    id: workbenchId,
    track: 'free',
    conditions,
    parts: [
      {
        id: workbenchPart,
        comparisons: different.slice(1).flatMap(({ id }) => against(baseline.id, { [id]: 'open' })),
        work: workOf(choice),
        ...(choice.watchWindow && {
          measures: windowMeasures,
          control: { condition: 'idle', measure: 'frame-gap', threshold: hitchMs },
        }),
        predictionScaleMs: choice.taskMs * choice.tasks * 2,
      },
    ],
    parameters: [],
    hiringTrials: [1, 3, 5],
    expectedSeconds,
    timeBudgetSeconds: budgetFor(expectedSeconds, 5),
  });
}

/** The work of a choice. Only computation under `async-chunked` is cut into pieces, but then in all conditions. */
function workOf(choice: WorkbenchChoice): WorkSource {
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
function secondsFor(choice: WorkbenchChoice, conditions: number): ByPreset {
  const cellSeconds =
    Math.max(0.03, (choice.taskMs * choice.tasks) / 1000) * (choice.taskMs * choice.tasks < 300 ? 3 : 1);
  const seconds = (rounds: number): number => Math.ceil(10 + conditions * (1 + (rounds + 1) * cellSeconds));
  return [seconds(7), seconds(15), seconds(30)];
}
