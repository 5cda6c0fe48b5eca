import { against, defineExperiment } from '../define';
import type { ConditionDefinition, ExperimentDefinition, WorkerSeat } from '../definition-types';
import { gainOn, type DefinitionChoice } from '../machine';
import { again } from '../seats';

/** "You": always a thread of the lab process, in every condition. */
const you: WorkerSeat = { id: 'you', kind: 'thread', hired: false };

function hiredCooks(kind: WorkerSeat['kind']): readonly WorkerSeat[] {
  return [
    { id: 'cook-1', kind, hired: true },
    { id: 'cook-2', kind, hired: true },
  ];
}

const sync: ConditionDefinition = { id: 'sync', strategy: 'sync', seats: [you] };
const async: ConditionDefinition = { id: 'async', strategy: 'async', seats: [you] };

/**
 * The restaurant analogy. Factor: who cooks, and whether a cook waits beside the stove.
 * First course: two dishes that wait and one that needs a cook. Second course: two equal doughs to knead.
 */
export function eggsAndToastOn(cores: number, { quotaCores }: DefinitionChoice = {}): ExperimentDefinition {
  const gain = gainOn(cores, quotaCores);
  return defineExperiment({
    id: 'eggs-and-toast',
    track: 'A',
    conditions: [
      sync,
      async,
      { id: 'threads', strategy: 'threads', seats: [you, ...hiredCooks('thread')] },
      { id: 'processes', strategy: 'processes', seats: [you, ...hiredCooks('process')] },
      again(sync),
      again(async),
    ],
    parts: [
      {
        id: 'first-course',
        conditions: ['sync', 'async', 'async-again', 'threads', 'processes'],
        comparisons: [
          ...against('sync', { async: 'faster', threads: 'faster', processes: 'faster' }),
          ...against('async', { threads: 'not-faster', processes: 'not-faster' }),
        ],
        tasks: ['eggs', 'toast', 'cleaning'],
        predicted: [],
        predictionScaleMs: 900,
      },
      {
        id: 'doughs',
        conditions: ['sync', 'sync-again', 'async', 'threads', 'processes'],
        comparisons: [
          ...against('sync', { async: 'no-difference', threads: gain, processes: gain }),
          ...against('threads', { processes: 'no-difference' }),
        ],
        tasks: ['dough-1', 'dough-2'],
        predictBy: 'ranking',
        predictionScaleMs: 450,
      },
    ],
    parameters: [
      { id: 'eggsMs', unit: 'ms', minimum: 1, maximum: 2000, standard: 300 },
      { id: 'toastMs', unit: 'ms', minimum: 1, maximum: 2000, standard: 200 },
      { id: 'cleaningMs', unit: 'ms', minimum: 1, maximum: 1000, standard: 80 },
      { id: 'doughMs', unit: 'ms', minimum: 1, maximum: 1000, standard: 120 },
    ],
    forecasts: [
      {
        id: 'kitchens',
        kind: 'trace',
        part: 'first-course',
        // Two kitchens with hired cooks would look the same.
        conditions: ['sync', 'async', 'threads'],
        tasks: [
          { id: 'eggs', parameter: 'eggsMs', waits: true },
          { id: 'toast', parameter: 'toastMs', waits: true },
          { id: 'cleaning', parameter: 'cleaningMs', waits: false },
        ],
        within: 0.5,
        beyondChance: 0.5,
      },
    ],
    hiringTrials: [3, 7, 15],
    expectedSeconds: [30, 60, 115],
    timeBudgetSeconds: [90, 180, 360],
  });
}

/** As it is on two cores, the smallest lab machine. */
export const eggsAndToast: ExperimentDefinition = eggsAndToastOn(2);
