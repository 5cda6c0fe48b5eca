import { against, defineExperiment } from '../define';
import type { PartSource, WorkSource } from '../define';
import type { ComparisonDefinition, ConditionDefinition, Expectation, ExperimentDefinition } from '../definition-types';
import { poolThreads } from '../pool-threads';
import { again, alone } from '../seats';

const levels = [1, 2, 4, 8, 16, 32] as const;
/** The level that is there twice: the noise of a short cell is the larger one, and a sequential cell takes long. */
const twice = 16;
const idOf = (inFlight: number): string => `in-flight-${inFlight}`;

/** Where the curve may flatten: numbers in flight that every preset has, each compared with the one before it. */
const asked = [1, poolThreads, twice].map(idOf);

const different: readonly ConditionDefinition[] = levels.map((inFlight) => ({
  id: idOf(inFlight),
  strategy: 'async',
  seats: [alone],
  inFlight,
}));

/** As many as the largest number in flight. */
const tasks = 32;

function part(
  id: string,
  work: Omit<WorkSource, 'tasks'>,
  comparisons: readonly ComparisonDefinition[],
  scaleMs: number,
): PartSource {
  return {
    id,
    comparisons,
    work: { ...work, tasks },
    scaling: { over: 'in-flight', laws: false },
    predicted: [],
    predictionScaleMs: scaleMs,
  };
}

/** 16 against one after the other, 16 against 4 (whether more than a few still help), then the other levels. */
function comparisons(expect: Expectation, expectBeyond: Expectation): readonly ComparisonDefinition[] {
  const others = levels.filter((inFlight) => inFlight !== 1 && inFlight !== twice);
  return [
    ...against(idOf(1), { [idOf(twice)]: expect }),
    ...against(idOf(poolThreads), { [idOf(twice)]: expectBeyond }),
    ...against(idOf(1), Object.fromEntries(others.map((inFlight) => [idOf(inFlight), expect]))),
  ];
}

/** Share of a query that is the way there and back; the rest is work of the database. */
const queryWaitShare = 1 / 3;

/**
 * Waiting for other things: requests, files, queries, by one async thread. Factor: how many are in flight at once.
 * Requests gain from every one more. What files gain is up to the disk, and what queries gain beyond a few in flight up to
 * the database's threads: about that theory predicts nothing.
 */
export const waitingForIo: ExperimentDefinition = defineExperiment({
  id: 'waiting-for-io',
  track: 'A',
  conditions: different.flatMap((condition) =>
    condition.inFlight === twice ? [condition, again(condition)] : [condition],
  ),
  parts: [
    part(
      'requests',
      { workload: 'socket', taskMs: { parameter: 'latencyMs' }, waitShare: 1, jitterShare: 0.2 },
      comparisons('faster', 'faster'),
      600,
    ),
    part('files', { workload: 'file', taskMs: { parameter: 'fileMs' } }, comparisons('open', 'open'), 150),
    part(
      'queries',
      { workload: 'database', taskMs: { parameter: 'queryMs' }, waitShare: queryWaitShare },
      comparisons('faster', 'open'),
      200,
    ),
  ],
  parameters: [
    { id: 'latencyMs', unit: 'ms', minimum: 1, maximum: 200, standard: 9 },
    { id: 'fileMs', unit: 'ms', minimum: 1, maximum: 50, standard: 2 },
    { id: 'queryMs', unit: 'ms', minimum: 1, maximum: 50, standard: 3 },
  ],
  forecasts: [
    {
      id: 'flat-from',
      kind: 'pick',
      options: asked,
      rows: ['requests', 'files', 'queries'].map((id) => ({ id, part: id, by: { along: asked } })),
    },
  ],
  expectedSeconds: [29, 75, 145],
  timeBudgetSeconds: [120, 300, 600],
  quick: { leavesOut: [2, 8, 32].map(idOf) },
});
