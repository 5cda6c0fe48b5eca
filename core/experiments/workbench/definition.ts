import { against, budgetFor, defineExperiment } from '../define';
import type { ByPreset, WorkSource } from '../define';
import type { ExperimentDefinition } from '../definition-types';
import { again, alone, nothingRuns } from '../seats';
import { answerDefinition } from './answer-definition';
import type { WorkbenchChoice } from './choice';
import { conditionsOf } from './conditions';
import { workbenchId, workbenchPart } from './ids';

export { workbenchId, workbenchPart };

/** What is shown of the window and of main, where a choice asks for it. */
export const windowMeasures = ['frame-gap', 'dropped-frames', 'input-delay', 'ipc-stall', 'main-delay'] as const;

/** A gap between frames that a window has only where something holds it up, in milliseconds. */
const hitchMs = 100;

/**
 * The experiment that a choice describes: one condition per strategy, number of workers and tasks in flight, compared
 * with the first one, which is there twice (the A/A pair). Nothing is predicted about any of them. A choice that asks for an
 * answer is searched instead.
 */
export function workbenchDefinition(choice: WorkbenchChoice): ExperimentDefinition {
  if (choice.answer) return answerDefinition(choice, choice.answer);
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
