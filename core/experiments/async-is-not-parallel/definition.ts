import type { ConditionDefinition, ExperimentDefinition } from '../definition-types';
import { again, alone, hiredWorkers } from '../seats';

const tasks = 4;

/**
 * A null result: the same computation in a loop, as `Promise.all` of async functions, and on worker threads. Factor: how
 * the tasks are started. Nothing waits, so async has nothing to gain.
 * @param cores of the machine; no more threads than tasks are of use
 */
export function asyncIsNotParallel(cores: number): ExperimentDefinition {
  const loop: ConditionDefinition = { id: 'loop', strategy: 'sync', seats: [alone] };
  const conditions: readonly ConditionDefinition[] = [
    loop,
    again(loop),
    { id: 'together', strategy: 'async', seats: [alone], inFlight: tasks },
    { id: 'threads', strategy: 'threads', seats: hiredWorkers('thread', Math.max(2, Math.min(cores, tasks))) },
  ];
  return {
    id: 'async-is-not-parallel',
    track: 'A',
    conditions,
    parts: [
      {
        id: 'computing',
        conditions: conditions.map(({ id }) => id),
        noisePair: ['loop', 'loop-again'],
        comparisons: [
          { condition: 'together', baseline: 'loop', expect: 'no-difference' },
          { condition: 'threads', baseline: 'loop', expect: cores > 1 ? 'faster' : 'not-faster' },
          { condition: 'threads', baseline: 'together', expect: cores > 1 ? 'faster' : 'not-faster' },
        ],
        tasks: [],
        work: {
          workload: 'cpu',
          operation: 'knead',
          taskMs: { parameter: 'taskMs' },
          tasks,
          waitShare: 0,
          jitterShare: 0,
          chunkMs: null,
          watchLoop: true,
        },
        predictBy: 'ranking',
        predictionScaleMs: 400,
      },
    ],
    parameters: [
      { id: 'taskMs', unit: 'ms', minimum: 1, maximum: 1000, standard: 40 },
      { id: 'rounds', unit: 'rounds', minimum: 1, maximum: 200, standard: 0 },
    ],
    presets: {
      quick: { rounds: 7, hiringTrials: 2, timeBudgetSeconds: 90, expectedSeconds: 20 },
      standard: { rounds: 15, hiringTrials: 3, timeBudgetSeconds: 180, expectedSeconds: 36 },
      thorough: { rounds: 30, hiringTrials: 5, timeBudgetSeconds: 330, expectedSeconds: 66 },
    },
    smallestDifference: 0.01,
  };
}
