import { against, defineExperiment } from '../define';
import type { ConditionDefinition, ExperimentDefinition } from '../definition-types';
import { gainOn, type DefinitionChoice } from '../machine';
import { again, alone, hiredWorkers } from '../seats';

/**
 * The same computation on as many threads and as many processes. Factor: what kind of worker is hired; what differs is
 * wages. At most four workers: more show the same.
 */
export function threadsOrProcesses(cores: number, { quotaCores }: DefinitionChoice = {}): ExperimentDefinition {
  const workers = Math.max(2, Math.min(cores, 4));
  const threads: ConditionDefinition = { id: 'threads', strategy: 'threads', seats: hiredWorkers('thread', workers) };
  const gain = gainOn(cores, quotaCores);
  return defineExperiment({
    id: 'threads-or-processes',
    track: 'C',
    conditions: [
      { id: 'alone', strategy: 'sync', seats: [alone] },
      threads,
      again(threads),
      { id: 'processes', strategy: 'processes', seats: hiredWorkers('process', workers) },
    ],
    parts: [
      {
        id: 'computing',
        comparisons: [
          ...against('alone', { threads: gain, processes: gain }),
          ...against('threads', { processes: 'no-difference' }),
        ],
        work: { workload: 'cpu', taskMs: { parameter: 'taskMs' }, tasks: 6 * workers },
        predicted: [],
        predictionScaleMs: 600,
      },
    ],
    parameters: [{ id: 'taskMs', unit: 'ms', minimum: 1, maximum: 200, standard: 20 }],
    forecasts: [
      {
        id: 'hiring',
        kind: 'size',
        of: 'hiring',
        conditions: ['threads', 'processes'],
        from: 1e5,
        to: 1e10,
        within: 3,
      },
      {
        id: 'memory',
        kind: 'size',
        of: 'memory',
        conditions: ['threads', 'processes'],
        from: 1e4,
        to: 1e9,
        within: 3,
      },
    ],
    hiringTrials: [5, 10, 20],
    expectedSeconds: [14, 22, 40],
    timeBudgetSeconds: [90, 180, 360],
  });
}
