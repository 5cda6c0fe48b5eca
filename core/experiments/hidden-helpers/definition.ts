import type {
  ComparisonDefinition,
  ConditionDefinition,
  ExperimentDefinition,
  PartDefinition,
} from '../definition-types';
import { again } from '../seats';
import type { WorkDescription } from '../work';

const sizes = [1, 2, 4, 8] as const;
const inFlight = 8;
const idOf = (poolSize: number): string => `pool-${poolSize}`;

/** A fresh process whose libuv pool has this size, because only the environment of a new process can set it. */
function condition(poolSize: number): ConditionDefinition {
  const seat = { id: 'worker-1', kind: 'process', hired: true, poolSize } as const;
  return { id: idOf(poolSize), strategy: 'processes-async', seats: [seat], inFlight };
}

function part(
  id: string,
  work: WorkDescription,
  expectOf: (poolSize: number) => ComparisonDefinition['expect'],
): PartDefinition {
  return {
    id,
    conditions: [...sizes.map(idOf), `${idOf(1)}-again`],
    noisePair: [idOf(1), `${idOf(1)}-again`],
    comparisons: sizes
      .filter((size) => size > 1)
      .map((size) => ({ condition: idOf(size), baseline: idOf(1), expect: expectOf(size) })),
    tasks: [],
    work,
    predictionScaleMs: 400,
  };
}

const plain = { tasks: 16, waitShare: 0, jitterShare: 0, chunkMs: null } as const;

/**
 * Who does the work of async? Factor: the size of the libuv pool, for work that uses it and for sockets, which do not.
 * Pool-bound computation gains up to the number of cores, sockets nothing.
 */
export function hiddenHelpers(cores: number): ExperimentDefinition {
  const gain = cores > 1 ? 'faster' : 'not-faster';
  return {
    id: 'hidden-helpers',
    track: 'A',
    conditions: sizes.flatMap((size) => (size === 1 ? [condition(1), again(condition(1))] : [condition(size)])),
    parts: [
      part(
        'hashing',
        { workload: 'threadpool', operation: 'pbkdf2', taskMs: { parameter: 'hashMs' }, ...plain },
        () => gain,
      ),
      part(
        'zipping',
        { workload: 'threadpool', operation: 'zlib', taskMs: { parameter: 'zipMs' }, ...plain },
        () => gain,
      ),
      part('files', { workload: 'file', operation: 'none', taskMs: { parameter: 'fileMs' }, ...plain }, () => 'open'),
      part(
        'requests',
        { workload: 'socket', operation: 'none', taskMs: { parameter: 'latencyMs' }, ...plain, waitShare: 1 },
        () => 'no-difference',
      ),
    ],
    parameters: [
      { id: 'hashMs', unit: 'ms', minimum: 1, maximum: 200, standard: 10 },
      { id: 'zipMs', unit: 'ms', minimum: 1, maximum: 200, standard: 10 },
      { id: 'fileMs', unit: 'ms', minimum: 1, maximum: 50, standard: 4 },
      { id: 'latencyMs', unit: 'ms', minimum: 1, maximum: 200, standard: 20 },
      { id: 'rounds', unit: 'rounds', minimum: 1, maximum: 200, standard: 0 },
    ],
    presets: {
      quick: { rounds: 7, hiringTrials: 1, timeBudgetSeconds: 120, expectedSeconds: 28, leavesOut: [idOf(8)] },
      standard: { rounds: 15, hiringTrials: 1, timeBudgetSeconds: 300, expectedSeconds: 60 },
      thorough: { rounds: 30, hiringTrials: 1, timeBudgetSeconds: 600, expectedSeconds: 115 },
    },
    smallestDifference: 0.01,
  };
}
