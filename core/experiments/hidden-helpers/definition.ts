import { against, defineExperiment } from '../define';
import type { PartSource, WorkSource } from '../define';
import type { ComparisonDefinition, ConditionDefinition, Expectation, ExperimentDefinition } from '../definition-types';
import { comparedOptions } from '../forecasts';
import { beyondCores, gainOn, type DefinitionChoice } from '../machine';
import { again } from '../seats';

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

/** Each size against a pool of one thread, first the one that Node has unless told otherwise. */
function againstOne(expect: Expectation): readonly ComparisonDefinition[] {
  return against(idOf(1), { [idOf(4)]: expect, [idOf(2)]: expect, [idOf(8)]: expect });
}

/** Computation gains as long as the smaller pool leaves a core without work, and no more after that. */
function computing(cores: number, quotaCores: number | undefined): readonly ComparisonDefinition[] {
  const more = (size: number): Expectation => (size < cores ? 'faster' : beyondCores(quotaCores));
  return [
    ...againstOne(gainOn(cores, quotaCores)),
    ...[2, 4].flatMap((size) => against(idOf(size), { [idOf(2 * size)]: more(size) })),
  ];
}

function part(
  id: string,
  work: Omit<WorkSource, 'tasks'>,
  comparisons: readonly ComparisonDefinition[],
  scaleMs: number,
): PartSource {
  return {
    id,
    conditions: [...sizes.map(idOf), `${idOf(1)}-again`],
    comparisons,
    work: { ...work, tasks },
    scaling: { over: 'pool-size', laws: false },
    predicted: [],
    predictionScaleMs: scaleMs,
  };
}

const works = {
  hashing: { workload: 'threadpool', operation: 'pbkdf2', taskMs: { parameter: 'hashMs' } },
  zipping: { workload: 'threadpool', operation: 'zlib', taskMs: { parameter: 'zipMs' } },
  files: { workload: 'file', taskMs: { parameter: 'fileMs' } },
  requests: { workload: 'socket', taskMs: { parameter: 'latencyMs' }, waitShare: 1 },
} as const;

/**
 * Who does the work of async? Factor: the size of the libuv pool, for work that uses it and for sockets, which do not.
 * Pool-bound computation gains up to the number of cores, sockets nothing.
 */
export function hiddenHelpers(cores: number, { quotaCores }: DefinitionChoice = {}): ExperimentDefinition {
  const { hashing, zipping, files, requests } = works;
  return defineExperiment({
    id: 'hidden-helpers',
    track: 'A',
    conditions: sizes.flatMap((size) => (size === 1 ? [condition(1), again(condition(1))] : [condition(size)])),
    parts: [
      part('hashing', hashing, computing(cores, quotaCores), 200),
      part('zipping', zipping, computing(cores, quotaCores), 200),
      part('files', files, againstOne('open'), 100),
      part('requests', requests, againstOne('no-difference'), 100),
    ],
    parameters: [
      { id: 'hashMs', unit: 'ms', minimum: 1, maximum: 200, standard: 4 },
      { id: 'zipMs', unit: 'ms', minimum: 1, maximum: 200, standard: 4 },
      { id: 'fileMs', unit: 'ms', minimum: 1, maximum: 50, standard: 2 },
      { id: 'latencyMs', unit: 'ms', minimum: 1, maximum: 200, standard: 20 },
    ],
    forecasts: [
      {
        id: 'larger-pool',
        kind: 'pick',
        options: comparedOptions,
        rows: Object.keys(works).map((id) => ({ id, part: id, by: { condition: idOf(4), baseline: idOf(1) } })),
      },
    ],
    expectedSeconds: [29, 55, 100],
    timeBudgetSeconds: [120, 300, 600],
    quick: { leavesOut: [idOf(8)] },
  });
}
