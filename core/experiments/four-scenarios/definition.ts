import { against, defineExperiment } from '../define';
import type { PartSource, WorkSource } from '../define';
import type { ComparisonDefinition, ConditionDefinition, Expectation, ExperimentDefinition } from '../definition-types';
import { comparedOptions, type ForecastDefinition } from '../forecasts';
import { gainOn, type DefinitionChoice } from '../machine';
import { again, alone, hiredWorkers } from '../seats';

/** Tasks in each cell that waits: few, so that quick stays within its time, and more than two workers can do at once. */
const waitingTasks = 3;
/** Most tasks in a cell that computes, and as many in flight: an async worker never has to hold one back. */
const mostTasks = 20;
const inFlight = mostTasks;

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

/** Every cell of the matrix against its first one, and the free thread's two against each other, with what theory predicts. */
function comparisons(alone: Expectation, async: Expectation, many: Expectation): readonly ComparisonDefinition[] {
  return [
    ...against('one-core-sync', {
      'one-core-async': async,
      'one-thread-sync': alone,
      'one-thread-async': async,
      'many-threads-sync': many,
      'many-threads-async': many,
      'many-processes-sync': many,
      'many-processes-async': many,
    }),
    // What async does for one thread, with neither of the two bound to a core.
    ...against('one-thread-sync', { 'one-thread-async': async }),
  ];
}

/** Against one thread on one core, sync: async alone, a thread that may use every core, threads, processes. */
function asked(part: string): ForecastDefinition {
  const scenariosAsked = ['one-core-async', 'one-thread-sync', 'many-threads-sync', 'many-processes-sync'];
  return {
    id: part,
    kind: 'pick',
    options: comparedOptions,
    rows: scenariosAsked.map((condition) => ({ id: condition, part, by: { condition, baseline: 'one-core-sync' } })),
  };
}

/**
 * The text's matrix: one thread on one core, one thread on many, many threads, many processes; each sync and async; for
 * computing, requests and both. One core means pinned, where the system can.
 */
export function fourScenarios(cores: number, { quotaCores }: DefinitionChoice = {}): ExperimentDefinition {
  // Two, or four: the computing tasks can be divided evenly among them.
  const workers = cores < 4 ? 2 : 4;
  const gain = gainOn(cores, quotaCores);
  const part = (id: string, work: WorkSource, expected: readonly ComparisonDefinition[]): PartSource => ({
    id,
    comparisons: expected,
    work,
    predicted: [],
    predictionScaleMs: id === 'computing' ? 250 * workers : 200,
  });
  return defineExperiment({
    id: 'four-scenarios',
    track: 'C',
    conditions: conditionsOf(workers),
    parts: [
      part(
        'computing',
        { workload: 'cpu', taskMs: { parameter: 'computeMs' }, tasks: { parameter: 'computeTasks' } },
        comparisons('no-difference', 'no-difference', gain),
      ),
      part(
        'requests',
        { workload: 'socket', taskMs: { parameter: 'latencyMs' }, tasks: waitingTasks, waitShare: 1 },
        // A blocked thread's request is carried out by a helper thread, for which a second core may count or not.
        comparisons('open', 'faster', 'faster'),
      ),
      part(
        mixed,
        { workload: 'mixed', taskMs: { parameter: 'mixedMs' }, tasks: waitingTasks, waitShare: 0.75 },
        comparisons('no-difference', 'faster', 'faster'),
      ),
    ],
    parameters: [
      { id: 'computeMs', unit: 'ms', minimum: 1, maximum: 200, standard: 20 },
      // Five for each worker: a tenth of a second each, long enough to be executed once.
      { id: 'computeTasks', unit: 'tasks', minimum: 2, maximum: mostTasks, standard: 5 * workers },
      { id: 'latencyMs', unit: 'ms', minimum: 1, maximum: 200, standard: 20 },
      { id: 'mixedMs', unit: 'ms', minimum: 1, maximum: 200, standard: 20 },
    ],
    hiringTrials: [1, 2, 3],
    expectedSeconds: [29, 92, 170],
    timeBudgetSeconds: [150, 400, 800],
    quick: { leavesOutParts: [mixed] },
    forecasts: [asked('computing'), asked('requests')],
    matrix: scenarios.map((id) => ({ id, sync: `${id}-sync`, async: `${id}-async` })),
    watchesCores: true,
  });
}
