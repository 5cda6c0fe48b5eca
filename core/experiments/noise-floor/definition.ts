import { against, defineExperiment } from '../define';
import type { PartSource } from '../define';
import type { ConditionDefinition, ExperimentDefinition } from '../definition-types';
import { again, alone } from '../seats';

/** Three names for the same thing; the first is there twice. */
const first: ConditionDefinition = { id: 'first', strategy: 'sync', seats: [alone] };

/** The first name and its repetition give the noise floor. The others are judged by it, as in any experiment. */
function part(id: string, workload: 'cpu' | 'timer', parameter: string): PartSource {
  return {
    id,
    comparisons: [
      ...against('first', { second: 'no-difference' }, null),
      ...against('second', { third: 'no-difference' }, null),
    ],
    work: { workload, taskMs: { parameter }, tasks: 4 },
    predicted: [],
    predictionScaleMs: 300,
  };
}

/**
 * Lab safety: the same thing under different names. Factor: the name alone. Gives the smallest difference that this
 * machine can show, and shows what a comparison of equal things looks like.
 */
export const noiseFloor: ExperimentDefinition = defineExperiment({
  id: 'noise-floor',
  track: 'safety',
  conditions: [first, again(first), { ...first, id: 'second' }, { ...first, id: 'third' }],
  parts: [part('computing', 'cpu', 'workMs'), part('waiting', 'timer', 'waitMs')],
  parameters: [
    { id: 'workMs', unit: 'ms', minimum: 1, maximum: 1000, standard: 30 },
    { id: 'waitMs', unit: 'ms', minimum: 1, maximum: 1000, standard: 30 },
  ],
  forecasts: [
    {
      id: 'two-names',
      kind: 'apart',
      rows: ['computing', 'waiting'].map((part) => ({ id: part, part, condition: 'second', baseline: 'first' })),
      to: 30,
      within: 2,
    },
  ],
  expectedSeconds: [12, 21, 40],
  timeBudgetSeconds: [60, 120, 240],
});
