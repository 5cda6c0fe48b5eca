import type {
  ComparisonDefinition,
  ConditionDefinition,
  ExperimentDefinition,
  PartDefinition,
} from '../definition-types';
import { again, alone } from '../seats';
import type { WorkDescription } from '../work';

const levels = [1, 2, 4, 8, 16, 32] as const;
/** As many as the libuv pool has threads, unless the environment says otherwise. */
const poolThreads = 4;
/** The level that is there twice: the noise of a short cell is the larger one, and a sequential cell takes long. */
const twice = 16;
const idOf = (inFlight: number): string => `in-flight-${inFlight}`;

const different: readonly ConditionDefinition[] = levels.map((inFlight) => ({
  id: idOf(inFlight),
  strategy: 'async',
  seats: [alone],
  inFlight,
}));
const conditions = different.flatMap((condition) =>
  condition.inFlight === twice ? [condition, again(condition)] : [condition],
);

function part(
  id: string,
  work: WorkDescription,
  comparisons: readonly ComparisonDefinition[],
  scaleMs: number,
): PartDefinition {
  return {
    id,
    conditions: conditions.map((condition) => condition.id),
    noisePair: [idOf(twice), `${idOf(twice)}-again`],
    comparisons,
    tasks: [],
    work,
    scaling: { over: 'in-flight', laws: false },
    predicted: [1, 4, 16].map(idOf),
    predictionScaleMs: scaleMs,
  };
}

type Expect = ComparisonDefinition['expect'];

/** 16 against one after the other, 16 against 4 (whether more than a few still help), then the other levels. */
function comparisons(expect: Expect, expectBeyond: Expect): readonly ComparisonDefinition[] {
  const against = (inFlight: number, baseline: number, expected: Expect): ComparisonDefinition => ({
    condition: idOf(inFlight),
    baseline: idOf(baseline),
    expect: expected,
  });
  const others = levels.filter((inFlight) => inFlight !== 1 && inFlight !== twice);
  return [
    against(twice, 1, expect),
    against(twice, poolThreads, expectBeyond),
    ...others.map((inFlight) => against(inFlight, 1, expect)),
  ];
}

/** Share of a query that is the way there and back; the rest is work of the database. */
const queryWaitShare = 1 / 3;

/** As many as the largest number in flight. */
const tasks = 32;

/**
 * Waiting for other things: requests, files, queries, by one async thread. Factor: how many are in flight at once.
 * Requests gain from every one more. What files gain is up to the disk, and what queries gain beyond a few in flight up to
 * the database's threads: about that theory predicts nothing.
 */
export const waitingForIo: ExperimentDefinition = {
  id: 'waiting-for-io',
  track: 'A',
  conditions,
  parts: [
    part(
      'requests',
      {
        workload: 'socket',
        operation: 'none',
        taskMs: { parameter: 'latencyMs' },
        tasks,
        waitShare: 1,
        jitterShare: 0.2,
        chunkMs: null,
      },
      comparisons('faster', 'faster'),
      600,
    ),
    part(
      'files',
      {
        workload: 'file',
        operation: 'none',
        taskMs: { parameter: 'fileMs' },
        tasks,
        waitShare: 0,
        jitterShare: 0,
        chunkMs: null,
      },
      comparisons('open', 'open'),
      150,
    ),
    part(
      'queries',
      {
        workload: 'database',
        operation: 'none',
        taskMs: { parameter: 'queryMs' },
        tasks,
        waitShare: queryWaitShare,
        jitterShare: 0,
        chunkMs: null,
      },
      comparisons('faster', 'open'),
      200,
    ),
  ],
  parameters: [
    { id: 'latencyMs', unit: 'ms', minimum: 1, maximum: 200, standard: 9 },
    { id: 'fileMs', unit: 'ms', minimum: 1, maximum: 50, standard: 2 },
    { id: 'queryMs', unit: 'ms', minimum: 1, maximum: 50, standard: 3 },
    { id: 'rounds', unit: 'rounds', minimum: 1, maximum: 200, standard: 0 },
  ],
  presets: {
    quick: { rounds: 7, hiringTrials: 1, timeBudgetSeconds: 120, expectedSeconds: 29, leavesOut: [2, 8, 32].map(idOf) },
    standard: { rounds: 15, hiringTrials: 1, timeBudgetSeconds: 300, expectedSeconds: 75 },
    thorough: { rounds: 30, hiringTrials: 1, timeBudgetSeconds: 600, expectedSeconds: 145 },
  },
  smallestDifference: 0.01,
};
