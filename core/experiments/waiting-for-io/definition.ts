import type {
  ComparisonDefinition,
  ConditionDefinition,
  ExperimentDefinition,
  PartDefinition,
} from '../definition-types';
import { again, alone } from '../seats';
import type { WorkDescription } from '../work';

const levels = [1, 2, 4, 8, 16, 32] as const;
const idOf = (inFlight: number): string => `in-flight-${inFlight}`;

const different: readonly ConditionDefinition[] = levels.map((inFlight) => ({
  id: idOf(inFlight),
  strategy: 'async',
  seats: [alone],
  inFlight,
}));
const conditions = different.flatMap((condition) =>
  condition.inFlight === 1 ? [condition, again(condition)] : [condition],
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
    noisePair: [idOf(1), `${idOf(1)}-again`],
    comparisons,
    tasks: [],
    work,
    predictionScaleMs: scaleMs,
  };
}

const against1 =
  (expect: ComparisonDefinition['expect']) =>
  (inFlight: number): ComparisonDefinition => ({
    condition: idOf(inFlight),
    baseline: idOf(1),
    expect,
  });

const tasks = 32;

/**
 * Waiting for other things: requests, files, queries, by one async thread. Factor: how many are in flight at once.
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
      levels.slice(1).map(against1('faster')),
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
      levels.slice(1).map(against1('open')),
      300,
    ),
    part(
      'queries',
      {
        workload: 'database',
        operation: 'none',
        taskMs: { parameter: 'queryMs' },
        tasks,
        waitShare: 0.5,
        jitterShare: 0,
        chunkMs: null,
      },
      levels.slice(1).map(against1('faster')),
      300,
    ),
  ],
  parameters: [
    { id: 'latencyMs', unit: 'ms', minimum: 1, maximum: 200, standard: 10 },
    { id: 'fileMs', unit: 'ms', minimum: 1, maximum: 50, standard: 4 },
    { id: 'queryMs', unit: 'ms', minimum: 1, maximum: 50, standard: 4 },
    { id: 'rounds', unit: 'rounds', minimum: 1, maximum: 200, standard: 0 },
  ],
  presets: {
    quick: { rounds: 7, hiringTrials: 1, timeBudgetSeconds: 120, expectedSeconds: 28, leavesOut: [2, 8, 32].map(idOf) },
    standard: { rounds: 15, hiringTrials: 1, timeBudgetSeconds: 300, expectedSeconds: 75 },
    thorough: { rounds: 30, hiringTrials: 1, timeBudgetSeconds: 600, expectedSeconds: 145 },
  },
  smallestDifference: 0.01,
};
