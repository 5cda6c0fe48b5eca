import type { ConditionDefinition, ExperimentDefinition, PartDefinition } from '../definition-types';
import { again, alone } from '../seats';
import type { WorkDescription } from '../work';

/** Three names for the same thing; the first is there twice. */
const first: ConditionDefinition = { id: 'first', strategy: 'sync', seats: [alone] };
const conditions: readonly ConditionDefinition[] = [
  first,
  again(first),
  { ...first, id: 'second' },
  { ...first, id: 'third' },
];

/** The first name and its repetition give the noise floor. The others are judged by it, as in any experiment. */
function part(id: string, work: WorkDescription, predictionScaleMs: number): PartDefinition {
  return {
    id,
    conditions: conditions.map((condition) => condition.id),
    noisePair: ['first', 'first-again'],
    comparisons: [
      { condition: 'second', baseline: 'first', expect: 'no-difference' },
      { condition: 'third', baseline: 'second', expect: 'no-difference' },
    ],
    tasks: [],
    work,
    predictionScaleMs,
  };
}

const plain = { waitShare: 0, jitterShare: 0, chunkMs: null } as const;

/**
 * Lab safety: the same thing under different names. Factor: the name alone. Gives the smallest difference that this
 * machine can show, and shows what a comparison of equal things looks like.
 */
export const noiseFloor: ExperimentDefinition = {
  id: 'noise-floor',
  track: 'safety',
  conditions,
  parts: [
    part(
      'computing',
      { workload: 'cpu', operation: 'knead', taskMs: { parameter: 'workMs' }, tasks: 4, ...plain },
      300,
    ),
    part('waiting', { workload: 'timer', operation: 'none', taskMs: { parameter: 'waitMs' }, tasks: 4, ...plain }, 300),
  ],
  parameters: [
    { id: 'workMs', unit: 'ms', minimum: 1, maximum: 1000, standard: 30 },
    { id: 'waitMs', unit: 'ms', minimum: 1, maximum: 1000, standard: 30 },
    { id: 'rounds', unit: 'rounds', minimum: 1, maximum: 200, standard: 0 },
  ],
  presets: {
    quick: { rounds: 7, hiringTrials: 1, timeBudgetSeconds: 60, expectedSeconds: 12 },
    standard: { rounds: 15, hiringTrials: 1, timeBudgetSeconds: 120, expectedSeconds: 21 },
    thorough: { rounds: 30, hiringTrials: 1, timeBudgetSeconds: 240, expectedSeconds: 40 },
  },
  smallestDifference: 0.01,
};
