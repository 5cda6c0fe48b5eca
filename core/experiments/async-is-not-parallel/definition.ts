import { against, defineExperiment } from '../define';
import type { ConditionDefinition, ExperimentDefinition } from '../definition-types';
import { gainOn, type DefinitionChoice } from '../machine';
import { again, alone, hiredWorkers } from '../seats';

const tasks = 4;
/** More than one core, less than two: a second one cannot be mistaken for the runtime's own threads. */
const oneCoreBound = 1.5;

/**
 * A null result: the same computation in a loop, as `Promise.all` of async functions, and on worker threads. Factor: how
 * the tasks are started. Nothing waits, so async has nothing to gain.
 * @param cores of the machine; no more threads than tasks are of use
 */
export function asyncIsNotParallel(cores: number, { quotaCores }: DefinitionChoice = {}): ExperimentDefinition {
  const loop: ConditionDefinition = { id: 'loop', strategy: 'sync', seats: [alone] };
  const gain = gainOn(cores, quotaCores);
  return defineExperiment({
    id: 'async-is-not-parallel',
    track: 'A',
    conditions: [
      loop,
      again(loop),
      { id: 'together', strategy: 'async', seats: [alone], inFlight: tasks },
      { id: 'threads', strategy: 'threads', seats: hiredWorkers('thread', Math.max(2, Math.min(cores, tasks))) },
    ],
    parts: [
      {
        id: 'computing',
        comparisons: [
          ...against('loop', { together: 'no-difference', threads: gain }),
          ...against('together', { threads: gain }),
        ],
        measures: ['cores-used'],
        levels: [
          { condition: 'together', measure: 'cores-used', threshold: oneCoreBound, expect: 'below' },
          // Two threads on cores of their own use two; where a quota or the machine gives one, nothing is asked.
          ...(gain === 'faster'
            ? [{ condition: 'threads', measure: 'cores-used', threshold: oneCoreBound, expect: 'above' } as const]
            : []),
        ],
        work: { workload: 'cpu', taskMs: { parameter: 'taskMs' }, tasks, watchLoop: true },
        predictBy: 'ranking',
        predictionScaleMs: 400,
      },
    ],
    parameters: [{ id: 'taskMs', unit: 'ms', minimum: 1, maximum: 1000, standard: 40 }],
    forecasts: [
      {
        id: 'gain',
        kind: 'apart',
        rows: [{ id: 'together', part: 'computing', condition: 'together', baseline: 'loop' }],
        to: 300,
        within: 5,
      },
    ],
    hiringTrials: [2, 3, 5],
    expectedSeconds: [20, 36, 66],
    timeBudgetSeconds: [90, 180, 330],
  });
}
