import type { ConditionDefinition, ExperimentDefinition } from '../definition-types';
import { again, alone, hiredWorkers } from '../seats';

/**
 * The same computation on as many threads and as many processes. Factor: what kind of worker is hired; what differs is
 * wages. At most four workers: more show the same.
 */
export function threadsOrProcesses(cores: number): ExperimentDefinition {
  const workers = Math.max(2, Math.min(cores, 4));
  const threads: ConditionDefinition = { id: 'threads', strategy: 'threads', seats: hiredWorkers('thread', workers) };
  const conditions: readonly ConditionDefinition[] = [
    { id: 'alone', strategy: 'sync', seats: [alone] },
    threads,
    again(threads),
    { id: 'processes', strategy: 'processes', seats: hiredWorkers('process', workers) },
  ];
  const gain = cores > 1 ? 'faster' : 'not-faster';
  return {
    id: 'threads-or-processes',
    track: 'C',
    conditions,
    parts: [
      {
        id: 'computing',
        conditions: conditions.map(({ id }) => id),
        noisePair: ['threads', 'threads-again'],
        comparisons: [
          { condition: 'threads', baseline: 'alone', expect: gain },
          { condition: 'processes', baseline: 'alone', expect: gain },
          { condition: 'processes', baseline: 'threads', expect: 'no-difference' },
        ],
        tasks: [],
        work: {
          workload: 'cpu',
          operation: 'knead',
          taskMs: { parameter: 'taskMs' },
          tasks: 6 * workers,
          waitShare: 0,
          jitterShare: 0,
          chunkMs: null,
        },
        predictBy: 'ranking',
        predictionScaleMs: 600,
      },
    ],
    parameters: [
      { id: 'taskMs', unit: 'ms', minimum: 1, maximum: 200, standard: 20 },
      { id: 'rounds', unit: 'rounds', minimum: 1, maximum: 200, standard: 0 },
    ],
    presets: {
      quick: { rounds: 7, hiringTrials: 5, timeBudgetSeconds: 90, expectedSeconds: 14 },
      standard: { rounds: 15, hiringTrials: 10, timeBudgetSeconds: 180, expectedSeconds: 22 },
      thorough: { rounds: 30, hiringTrials: 20, timeBudgetSeconds: 360, expectedSeconds: 40 },
    },
    smallestDifference: 0.01,
  };
}
