import { against, budgetFor, defineExperiment } from '../define';
import type { ByPreset, PartSource } from '../define';
import type { ConditionDefinition, Expectation, ExperimentDefinition } from '../definition-types';
import { gainOn, type DefinitionChoice } from '../machine';
import { again, alone, hiredWorkers } from '../seats';

/** Sizes of a task in microseconds of computing: three to a power of ten, on a logarithmic scale about evenly. */
export const taskSizesUs = [10, 30, 100, 300, 1_000, 3_000, 10_000, 30_000, 100_000] as const;

/** Quick has three sizes, a power of ten apart, to stay within its time: what lies between two is told less exactly. */
const quickSizesUs: readonly number[] = [100, 1_000, 10_000];

/** Id of the part with tasks of this size. */
export function partOfSize(sizeUs: number): string {
  return `size-${sizeUs}`;
}

/** All tasks of a cell together, in microseconds: below these, handing out saves less than it must cost anywhere. */
const leastToSaveUs = { threads: 40, processes: 60, 'cold-threads': 8_000 } as const;

/** One task, in microseconds: above these a message is little beside it, also where it goes to another process. */
const surelyUs = { threads: 3_000, processes: 10_000 } as const;

/**
 * What theory says against doing it yourself, for this size and this number of tasks. A message there and back takes tens of
 * microseconds, to another process more, and a thread that has to be hired ten milliseconds or more. Of many tasks some share a
 * message: what can be saved is a share of all of them together. Far below the cost handing out cannot pay; far above it must,
 * where workers have cores of their own. In between only the machine knows.
 */
function expectations(
  sizeUs: number,
  tasks: number,
  cores: number,
  quotaCores: number | undefined,
): Readonly<Record<string, Expectation>> {
  const gain = gainOn(cores, quotaCores);
  const open = gain === 'not-faster' ? 'not-faster' : 'open';
  const between = (leastUs: number, surely: number): Expectation => {
    if (sizeUs * tasks <= leastUs) return 'not-faster';
    return sizeUs >= surely ? gain : open;
  };
  return {
    threads: between(leastToSaveUs.threads, surelyUs.threads),
    processes: between(leastToSaveUs.processes, surelyUs.processes),
    'cold-threads': between(leastToSaveUs['cold-threads'], Infinity),
  };
}

/**
 * From which size on does handing tasks out pay? Factor: who does the tasks: you, one after the other, or workers to
 * whom they are handed. As many tasks as workers, one worker for each core, at least two and at most four.
 */
export function breakEven(cores: number, { quotaCores, parameters }: DefinitionChoice = {}): ExperimentDefinition {
  const workers = Math.max(2, Math.min(cores, 4));
  const tasks = parameters?.['tasks'] ?? workers;
  const inline: ConditionDefinition = { id: 'inline', strategy: 'sync', seats: [alone] };
  const threads = hiredWorkers('thread', workers);
  const conditions: readonly ConditionDefinition[] = [
    inline,
    again(inline),
    { id: 'threads', strategy: 'threads', seats: threads },
    { id: 'processes', strategy: 'processes', seats: hiredWorkers('process', workers) },
    { id: 'cold-threads', strategy: 'threads', seats: threads, cold: true },
  ];
  const partFor = (sizeUs: number): PartSource => ({
    id: partOfSize(sizeUs),
    comparisons: against('inline', expectations(sizeUs, tasks, cores, quotaCores)),
    headline: 'batch-time',
    work: { workload: 'cpu', taskMs: sizeUs / 1000, tasks: { parameter: 'tasks' } },
    predicted: [],
    predictionScaleMs: Math.max(100, (2 * workers * sizeUs) / 1000),
  });
  // Two hundred milliseconds of computing more for each worker beyond two, in every round, and hiring.
  const seconds = (two: number, rounds: number): number => Math.ceil(two + 0.35 * (workers - 2) * rounds);
  const expectedSeconds: ByPreset = [seconds(26, 7), seconds(90, 15), seconds(175, 30)];
  return defineExperiment({
    id: 'break-even',
    track: 'C',
    conditions,
    parts: taskSizesUs.map(partFor),
    parameters: [{ id: 'tasks', unit: 'tasks', minimum: 2, maximum: 32, standard: workers }],
    hiringTrials: [2, 3, 5],
    expectedSeconds,
    timeBudgetSeconds: budgetFor(expectedSeconds),
    quick: { leavesOutParts: taskSizesUs.filter((sizeUs) => !quickSizesUs.includes(sizeUs)).map(partOfSize) },
    forecasts: [
      {
        id: 'pays-from',
        kind: 'size',
        of: 'break-even',
        conditions: ['threads', 'processes', 'cold-threads'],
        from: 1e3,
        to: 1e9,
        within: 3,
      },
    ],
    breakEven: { baseline: 'inline', conditions: ['threads', 'processes', 'cold-threads'] },
  });
}
