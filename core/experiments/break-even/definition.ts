import type {
  ComparisonDefinition,
  ConditionDefinition,
  Expectation,
  ExperimentDefinition,
  PartDefinition,
} from '../definition-types';
import { again, alone, hiredWorkers } from '../seats';

/** Sizes of a task in microseconds of computing: three to a power of ten, on a logarithmic scale about evenly. */
export const taskSizesUs = [10, 30, 100, 300, 1_000, 3_000, 10_000, 30_000, 100_000] as const;

/** Quick has three sizes, a power of ten apart, to stay within its time: what lies between two is told less exactly. */
const quickSizesUs: readonly number[] = [100, 1_000, 10_000];

/** A person predicts where a total is some milliseconds at least, at a size that every preset has. */
const predictedSizesUs: readonly number[] = [10_000];

/** Id of the part with tasks of this size. */
export function partOfSize(sizeUs: number): string {
  return `size-${sizeUs}`;
}

/**
 * What theory says against doing it yourself. A message takes tens of microseconds, to another process some hundreds, and
 * a thread that has to be hired tens of milliseconds: far below that handing out cannot pay, far above it must where
 * workers have cores of their own. In between only the machine knows.
 */
function expectations(sizeUs: number, cores: number): Readonly<Record<'threads' | 'processes' | 'cold', Expectation>> {
  const gain = cores > 1 ? 'faster' : 'not-faster';
  const open = cores > 1 ? 'open' : 'not-faster';
  const between = (never: number, surely: number): Expectation => {
    if (sizeUs <= never) return 'not-faster';
    return sizeUs >= surely ? gain : open;
  };
  return { threads: between(30, 3_000), processes: between(30, 10_000), cold: between(1_000, Infinity) };
}

/**
 * From which size on does handing tasks out pay? Factor: who does the tasks: you, one after the other, or workers to
 * whom they are handed. As many tasks as workers, one worker for each core, at least two and at most four.
 */
export function breakEven(cores: number): ExperimentDefinition {
  const workers = Math.max(2, Math.min(cores, 4));
  const inline: ConditionDefinition = { id: 'inline', strategy: 'sync', seats: [alone] };
  const threads = hiredWorkers('thread', workers);
  const conditions: readonly ConditionDefinition[] = [
    inline,
    again(inline),
    { id: 'threads', strategy: 'threads', seats: threads },
    { id: 'processes', strategy: 'processes', seats: hiredWorkers('process', workers) },
    { id: 'cold-threads', strategy: 'threads', seats: threads, cold: true },
  ];
  const partFor = (sizeUs: number): PartDefinition => {
    const expect = expectations(sizeUs, cores);
    const against = (condition: string, expected: Expectation): ComparisonDefinition => {
      return { condition, baseline: 'inline', expect: expected };
    };
    return {
      id: partOfSize(sizeUs),
      conditions: conditions.map(({ id }) => id),
      noisePair: ['inline', 'inline-again'],
      comparisons: [
        against('threads', expect.threads),
        against('processes', expect.processes),
        against('cold-threads', expect.cold),
      ],
      tasks: [],
      headline: 'batch-time',
      work: {
        workload: 'cpu',
        operation: 'knead',
        taskMs: sizeUs / 1000,
        tasks: { parameter: 'tasks' },
        waitShare: 0,
        jitterShare: 0,
        chunkMs: null,
      },
      predicted: predictedSizesUs.includes(sizeUs) ? ['inline', 'threads', 'processes', 'cold-threads'] : [],
      predictionScaleMs: Math.max(100, (2 * workers * sizeUs) / 1000),
    };
  };
  const budget = (seconds: number): number => 60 + 4 * seconds;
  // Two hundred milliseconds of computing more for each worker beyond two, in every round, and hiring.
  const seconds = (two: number, rounds: number): number => Math.ceil(two + 0.35 * (workers - 2) * rounds);
  const preset = (rounds: number, hiringTrials: number, two: number) => {
    const expectedSeconds = seconds(two, rounds);
    return { rounds, hiringTrials, timeBudgetSeconds: budget(expectedSeconds), expectedSeconds };
  };
  return {
    id: 'break-even',
    track: 'C',
    conditions,
    parts: taskSizesUs.map(partFor),
    parameters: [
      { id: 'tasks', unit: 'tasks', minimum: 2, maximum: 32, standard: workers },
      { id: 'rounds', unit: 'rounds', minimum: 1, maximum: 200, standard: 0 },
    ],
    presets: {
      quick: {
        ...preset(7, 2, 26),
        leavesOutParts: taskSizesUs.filter((sizeUs) => !quickSizesUs.includes(sizeUs)).map(partOfSize),
      },
      standard: preset(15, 3, 90),
      thorough: preset(30, 5, 175),
    },
    smallestDifference: 0.01,
    breakEven: { baseline: 'inline', conditions: ['threads', 'processes', 'cold-threads'] },
  };
}
