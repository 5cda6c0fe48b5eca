import type {
  ComparisonDefinition,
  ConditionDefinition,
  ExperimentDefinition,
  PartDefinition,
} from '../definition-types';
import { again } from '../seats';
import type { WorkDescription } from '../work';

const sizes = [1, 2, 4, 8] as const;
/** All tasks are asked for at once: the pool never waits for the thread that asks. */
const tasks = 16;
const idOf = (poolSize: number): string => `pool-${poolSize}`;

/**
 * One asynchronous thread in a fresh process, whose libuv pool has this size: only the environment of a new process can set
 * it. Nobody is hired: every condition has one such process, whatever the size.
 */
function condition(poolSize: number): ConditionDefinition {
  const seat = { id: 'worker-1', kind: 'process', hired: false, poolSize } as const;
  return { id: idOf(poolSize), strategy: 'async', seats: [seat], inFlight: tasks };
}

type Expect = ComparisonDefinition['expect'];

const comparison = (poolSize: number, baseline: number, expect: Expect): ComparisonDefinition => ({
  condition: idOf(poolSize),
  baseline: idOf(baseline),
  expect,
});

/** Each size against a pool of one thread, first the one that Node has unless told otherwise. */
function againstOne(expect: Expect): readonly ComparisonDefinition[] {
  return ([4, 2, 8] as const).map((size) => comparison(size, 1, expect));
}

/** Computation gains as long as the smaller pool leaves a core without work, and no more after that. */
function computing(cores: number): readonly ComparisonDefinition[] {
  return [
    ...againstOne(cores > 1 ? 'faster' : 'not-faster'),
    ...([2, 4] as const).map((size) => comparison(2 * size, size, size < cores ? 'faster' : 'not-faster')),
  ];
}

function part(
  id: string,
  work: WorkDescription,
  comparisons: readonly ComparisonDefinition[],
  scaleMs: number,
): PartDefinition {
  return {
    id,
    conditions: [...sizes.map(idOf), `${idOf(1)}-again`],
    noisePair: [idOf(1), `${idOf(1)}-again`],
    comparisons,
    tasks: [],
    work,
    scaling: { over: 'pool-size', laws: false },
    predicted: [1, 2, 4].map(idOf),
    predictionScaleMs: scaleMs,
  };
}

const plain = { tasks, waitShare: 0, jitterShare: 0, chunkMs: null } as const;

const works = {
  hashing: { workload: 'threadpool', operation: 'pbkdf2', taskMs: { parameter: 'hashMs' }, ...plain },
  zipping: { workload: 'threadpool', operation: 'zlib', taskMs: { parameter: 'zipMs' }, ...plain },
  files: { workload: 'file', operation: 'none', taskMs: { parameter: 'fileMs' }, ...plain },
  requests: { workload: 'socket', operation: 'none', taskMs: { parameter: 'latencyMs' }, ...plain, waitShare: 1 },
} as const satisfies Record<string, WorkDescription>;

/**
 * Who does the work of async? Factor: the size of the libuv pool, for work that uses it and for sockets, which do not.
 * Pool-bound computation gains up to the number of cores, sockets nothing.
 */
export function hiddenHelpers(cores: number): ExperimentDefinition {
  const { hashing, zipping, files, requests } = works;
  return {
    id: 'hidden-helpers',
    track: 'A',
    conditions: sizes.flatMap((size) => (size === 1 ? [condition(1), again(condition(1))] : [condition(size)])),
    parts: [
      part('hashing', hashing, computing(cores), 200),
      part('zipping', zipping, computing(cores), 200),
      part('files', files, againstOne('open'), 100),
      part('requests', requests, againstOne('no-difference'), 100),
    ],
    parameters: [
      { id: 'hashMs', unit: 'ms', minimum: 1, maximum: 200, standard: 4 },
      { id: 'zipMs', unit: 'ms', minimum: 1, maximum: 200, standard: 4 },
      { id: 'fileMs', unit: 'ms', minimum: 1, maximum: 50, standard: 2 },
      { id: 'latencyMs', unit: 'ms', minimum: 1, maximum: 200, standard: 20 },
      { id: 'rounds', unit: 'rounds', minimum: 1, maximum: 200, standard: 0 },
    ],
    presets: {
      quick: { rounds: 7, hiringTrials: 1, timeBudgetSeconds: 120, expectedSeconds: 29, leavesOut: [idOf(8)] },
      standard: { rounds: 15, hiringTrials: 1, timeBudgetSeconds: 300, expectedSeconds: 55 },
      thorough: { rounds: 30, hiringTrials: 1, timeBudgetSeconds: 600, expectedSeconds: 100 },
    },
    smallestDifference: 0.01,
  };
}
