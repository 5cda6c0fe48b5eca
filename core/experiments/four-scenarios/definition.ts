import type {
  ComparisonDefinition,
  ConditionDefinition,
  ExperimentDefinition,
  PartDefinition,
} from '../definition-types';
import { again, alone, hiredWorkers } from '../seats';
import type { WorkDescription } from '../work';

/** Tasks in each cell, and as many in flight: an async worker never has to hold one back. */
const tasks = 8;
const inFlight = tasks;

/** The rows of the matrix: how many threads or processes, on how many cores. */
export const scenarios = ['one-core', 'one-thread', 'many-threads', 'many-processes'] as const;
export type Scenario = (typeof scenarios)[number];

function conditionsOf(workers: number): readonly ConditionDefinition[] {
  const one = { id: 'one-core-sync', strategy: 'sync', seats: [alone], pinnedCores: 1 } as const;
  return [
    one,
    again(one),
    { id: 'one-core-async', strategy: 'async', seats: [alone], inFlight, pinnedCores: 1 },
    { id: 'one-thread-sync', strategy: 'sync', seats: [alone] },
    { id: 'one-thread-async', strategy: 'async', seats: [alone], inFlight },
    { id: 'many-threads-sync', strategy: 'threads', seats: hiredWorkers('thread', workers) },
    { id: 'many-threads-async', strategy: 'threads-async', seats: hiredWorkers('thread', workers), inFlight },
    { id: 'many-processes-sync', strategy: 'processes', seats: hiredWorkers('process', workers) },
    { id: 'many-processes-async', strategy: 'processes-async', seats: hiredWorkers('process', workers), inFlight },
  ];
}

/** The part in which tasks wait and compute; quick does without it, and nobody is asked to predict it. */
const mixed = 'mixed';

type Expect = ComparisonDefinition['expect'];

/** Every cell of the matrix against its first one, with what theory predicts for each. */
function comparisons(
  alone: Expect,
  async: Expect,
  manySync: Expect,
  manyAsync: Expect,
): readonly ComparisonDefinition[] {
  const against = (condition: string, expect: Expect): ComparisonDefinition => ({
    condition,
    baseline: 'one-core-sync',
    expect,
  });
  return [
    against('one-core-async', async),
    against('one-thread-sync', alone),
    against('one-thread-async', async),
    against('many-threads-sync', manySync),
    against('many-threads-async', manyAsync),
    against('many-processes-sync', manySync),
    against('many-processes-async', manyAsync),
  ];
}

/**
 * The text's matrix: one thread on one core, one thread on many, many threads, many processes; each sync and async; for
 * computing, requests and both. One core means pinned, where the system can.
 */
export function fourScenarios(cores: number): ExperimentDefinition {
  const workers = Math.max(2, Math.min(cores, 4));
  const conditions = conditionsOf(workers);
  const gain: Expect = cores > 1 ? 'faster' : 'not-faster';
  const part = (
    id: string,
    work: WorkDescription,
    expected: readonly ComparisonDefinition[],
    scaleMs: number,
  ): PartDefinition => ({
    id,
    conditions: conditions.map((condition) => condition.id),
    noisePair: ['one-core-sync', 'one-core-sync-again'],
    comparisons: expected,
    tasks: [],
    work,
    predicted: id === mixed ? [] : ['one-core-sync', 'one-core-async', 'many-threads-sync', 'many-threads-async'],
    predictionScaleMs: scaleMs,
  });
  const plain = { tasks, jitterShare: 0, chunkMs: null } as const;
  return {
    id: 'four-scenarios',
    track: 'C',
    conditions,
    parts: [
      part(
        'computing',
        { workload: 'cpu', operation: 'knead', taskMs: { parameter: 'computeMs' }, ...plain, waitShare: 0 },
        comparisons('no-difference', 'no-difference', gain, gain),
        80,
      ),
      part(
        'requests',
        { workload: 'socket', operation: 'none', taskMs: { parameter: 'latencyMs' }, ...plain, waitShare: 1 },
        // A blocked thread's request is carried out by a helper thread, for which a second core may count or not.
        comparisons('open', 'faster', 'faster', 'faster'),
        80,
      ),
      part(
        mixed,
        { workload: 'mixed', operation: 'knead', taskMs: { parameter: 'mixedMs' }, ...plain, waitShare: 0.75 },
        comparisons('no-difference', 'faster', 'faster', 'faster'),
        80,
      ),
    ],
    parameters: [
      { id: 'computeMs', unit: 'ms', minimum: 1, maximum: 200, standard: 4 },
      { id: 'latencyMs', unit: 'ms', minimum: 1, maximum: 200, standard: 4 },
      { id: 'mixedMs', unit: 'ms', minimum: 1, maximum: 200, standard: 4 },
      { id: 'rounds', unit: 'rounds', minimum: 1, maximum: 200, standard: 0 },
    ],
    presets: {
      quick: { rounds: 7, hiringTrials: 1, timeBudgetSeconds: 150, expectedSeconds: 28, leavesOutParts: [mixed] },
      standard: { rounds: 15, hiringTrials: 2, timeBudgetSeconds: 400, expectedSeconds: 95 },
      thorough: { rounds: 30, hiringTrials: 3, timeBudgetSeconds: 800, expectedSeconds: 180 },
    },
    matrix: scenarios.map((id) => ({ id, sync: `${id}-sync`, async: `${id}-async` })),
    watchesCores: true,
    smallestDifference: 0.01,
  };
}
