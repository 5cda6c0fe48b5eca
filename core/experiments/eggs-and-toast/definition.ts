import type { ConditionDefinition, ExperimentDefinition, WorkerSeat } from '../definition-types';

/** "You": always a thread of the lab process, in every condition. */
const you: WorkerSeat = { id: 'you', kind: 'thread', hired: false };

function hiredCooks(kind: WorkerSeat['kind']): readonly WorkerSeat[] {
  return [
    { id: 'cook-1', kind, hired: true },
    { id: 'cook-2', kind, hired: true },
  ];
}

const conditions: readonly ConditionDefinition[] = [
  { id: 'sync', strategy: 'sync', seats: [you] },
  { id: 'async', strategy: 'async', seats: [you] },
  { id: 'threads', strategy: 'threads', seats: [you, ...hiredCooks('thread')] },
  { id: 'processes', strategy: 'processes', seats: [you, ...hiredCooks('process')] },
  { id: 'sync-again', strategy: 'sync', seats: [you], repeats: 'sync' },
  { id: 'async-again', strategy: 'async', seats: [you], repeats: 'async' },
];

/**
 * The restaurant analogy. Factor: who cooks, and whether a cook waits beside the stove.
 * First course: two dishes that wait and one that needs a cook. Second course: two equal doughs to knead.
 */
export const eggsAndToast: ExperimentDefinition = {
  id: 'eggs-and-toast',
  track: 'A',
  conditions,
  parts: [
    {
      id: 'first-course',
      conditions: ['sync', 'async', 'async-again', 'threads', 'processes'],
      noisePair: ['async', 'async-again'],
      comparisons: [
        { condition: 'async', baseline: 'sync', expect: 'faster' },
        { condition: 'threads', baseline: 'sync', expect: 'faster' },
        { condition: 'processes', baseline: 'sync', expect: 'faster' },
        { condition: 'threads', baseline: 'async', expect: 'not-faster' },
        { condition: 'processes', baseline: 'async', expect: 'not-faster' },
      ],
      tasks: ['eggs', 'toast', 'cleaning'],
      predictionScaleMs: 900,
    },
    {
      id: 'doughs',
      conditions: ['sync', 'sync-again', 'async', 'threads', 'processes'],
      noisePair: ['sync', 'sync-again'],
      comparisons: [
        { condition: 'async', baseline: 'sync', expect: 'no-difference' },
        { condition: 'threads', baseline: 'sync', expect: 'faster' },
        { condition: 'processes', baseline: 'sync', expect: 'faster' },
        { condition: 'processes', baseline: 'threads', expect: 'no-difference' },
      ],
      tasks: ['dough-1', 'dough-2'],
      predictionScaleMs: 450,
    },
  ],
  parameters: [
    { id: 'eggsMs', unit: 'ms', minimum: 1, maximum: 2000, standard: 300 },
    { id: 'toastMs', unit: 'ms', minimum: 1, maximum: 2000, standard: 200 },
    { id: 'cleaningMs', unit: 'ms', minimum: 1, maximum: 1000, standard: 80 },
    { id: 'doughMs', unit: 'ms', minimum: 1, maximum: 1000, standard: 120 },
    { id: 'rounds', unit: 'rounds', minimum: 1, maximum: 200, standard: 0 },
  ],
  presets: {
    quick: { rounds: 7, hiringTrials: 3, timeBudgetSeconds: 90, expectedSeconds: 30 },
    standard: { rounds: 15, hiringTrials: 7, timeBudgetSeconds: 180, expectedSeconds: 60 },
    thorough: { rounds: 30, hiringTrials: 15, timeBudgetSeconds: 360, expectedSeconds: 115 },
  },
  smallestDifference: 0.01,
};
