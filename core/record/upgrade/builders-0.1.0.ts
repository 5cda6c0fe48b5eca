/**
 * Definitions of program version 0.1.0 that no table can hold, frozen as that version built them: see
 * `definitions-0.1.0.ts`. Nothing here may import from `core/experiments`: what changes there must not change this.
 */

/** Plain data of a shape that only the next format's schema checks. */
type Data = Readonly<Record<string, unknown>>;

interface Condition extends Data {
  readonly id: string;
}

const alone = { id: 'worker-1', kind: 'thread', hired: false };

function hiredWorkers(kind: string, count: number): readonly Data[] {
  return Array.from({ length: count }, (_, index) => ({ id: `worker-${index + 1}`, kind, hired: true }));
}

function again(condition: Condition): Condition {
  return { ...condition, id: `${condition.id}-again`, repeats: condition.id };
}

const threadsId = (threads: number): string => `threads-${threads}`;

function threadLevels(cores: number): readonly number[] {
  const powers = Array.from({ length: 10 }, (_, index) => 2 ** index).filter((count) => count <= cores);
  const few = [1, 2, 3, 4].filter((count) => count <= Math.max(2, cores));
  return [...new Set([...few, ...powers, cores, 2 * cores])].filter((count) => count >= 1).sort((a, b) => a - b);
}

/** `many-cooks` on a machine with so many cores. */
export function manyCooksOf010(cores: number): Data {
  const levels = threadLevels(cores);
  const few = cores > 4 ? levels.filter((threads) => [1, 2, 4, cores, 2 * cores].includes(threads)) : levels;
  const conditions = levels.flatMap((threads) => {
    const condition = { id: threadsId(threads), strategy: 'threads', seats: hiredWorkers('thread', threads) };
    return threads === cores ? [condition, again(condition)] : [condition];
  });
  const tasks = Math.max(24, 6 * cores);
  const taskMs = Math.max(2, Math.round(240 / tasks));
  const expect = cores > 1 ? 'faster' : 'not-faster';
  const more = levels.filter((threads) => threads > 1);
  const againstOne = (threads: number) => ({ condition: threadsId(threads), baseline: threadsId(1), expect });
  const preset = (rounds: number, hiringTrials: number, used: readonly number[]) => {
    const roundMs = [...used, cores].reduce(
      (sum, threads) => sum + 3 * ((tasks * taskMs) / Math.min(threads, cores) + 8),
      0,
    );
    const expectedSeconds = Math.ceil(6 + ((rounds + 1) * roundMs) / 1000);
    return { rounds, hiringTrials, timeBudgetSeconds: 60 + 4 * expectedSeconds, expectedSeconds };
  };
  return {
    id: 'many-cooks',
    track: 'C',
    conditions,
    parts: [
      {
        id: 'computing',
        conditions: conditions.map(({ id }) => id),
        noisePair: [threadsId(cores), `${threadsId(cores)}-again`],
        comparisons: [
          ...more.filter((threads) => threads === cores).map(againstOne),
          ...(cores > 1 ? [{ condition: threadsId(2 * cores), baseline: threadsId(cores), expect: 'not-faster' }] : []),
          ...more.filter((threads) => threads !== cores).map(againstOne),
        ],
        tasks: [],
        work: {
          workload: 'cpu',
          operation: 'knead',
          taskMs: { parameter: 'taskMs' },
          tasks,
          waitShare: 0,
          jitterShare: 0,
          chunkMs: null,
        },
        scaling: { over: 'threads', laws: true },
        predictBy: 'curve',
        predicted: few.map(threadsId),
        predictionScaleMs: 2 * tasks * taskMs,
      },
    ],
    parameters: [
      { id: 'taskMs', unit: 'ms', minimum: 1, maximum: 200, standard: taskMs },
      { id: 'rounds', unit: 'rounds', minimum: 1, maximum: 200, standard: 0 },
    ],
    presets: {
      quick: { ...preset(7, 2, few), leavesOut: levels.filter((threads) => !few.includes(threads)).map(threadsId) },
      standard: preset(15, 3, levels),
      thorough: preset(30, 5, levels),
    },
    smallestDifference: 0.01,
  };
}

/** What a plan of the Workbench holds of a choice, as far as its definition rests on it. */
export interface ChoiceOf010 {
  readonly workload: string;
  readonly operation: string;
  readonly taskMs: number;
  readonly tasks: number;
  readonly waitShare: number;
  readonly jitterShare: number;
  readonly chunkMs: number;
  readonly strategies: readonly string[];
  readonly workers: readonly number[];
  readonly inFlight: readonly number[];
  readonly pinnedCores: number | null;
  readonly cold: boolean;
  readonly watchWindow: boolean;
}

/** The experiment that a choice of the Workbench describes. */
export function workbenchOf010(choice: ChoiceOf010): Data {
  const { workload, operation, taskMs, tasks, waitShare, jitterShare, strategies } = choice;
  const different = strategies.flatMap((strategy) => conditionsOf(strategy, choice));
  const baseline = different[0] ?? { id: 'none' };
  const second = again(baseline);
  const conditions = [...different, second];
  const isChunked = strategies.includes('async-chunked') && (workload === 'cpu' || workload === 'mixed');
  const seconds = (rounds: number) => {
    const cellSeconds = Math.max(0.03, (taskMs * tasks) / 1000) * (taskMs * tasks < 300 ? 3 : 1);
    const expectedSeconds = Math.ceil(10 + conditions.length * (1 + (rounds + 1) * cellSeconds));
    return { expectedSeconds, timeBudgetSeconds: 60 + 5 * expectedSeconds };
  };
  return {
    id: 'workbench',
    track: 'free',
    conditions,
    parts: [
      {
        id: 'tasks',
        conditions: conditions.map(({ id }) => id),
        noisePair: [baseline.id, second.id],
        comparisons: different.slice(1).map(({ id }) => ({ condition: id, baseline: baseline.id, expect: 'open' })),
        tasks: [],
        work: {
          workload,
          operation,
          taskMs,
          tasks,
          waitShare,
          jitterShare,
          chunkMs: isChunked ? choice.chunkMs : null,
        },
        ...(choice.watchWindow && {
          measures: ['frame-gap', 'dropped-frames', 'input-delay', 'ipc-stall', 'main-delay'],
        }),
        predictionScaleMs: taskMs * tasks * 2,
      },
    ],
    parameters: [{ id: 'rounds', unit: 'rounds', minimum: 1, maximum: 200, standard: 0 }],
    presets: {
      quick: { rounds: 7, hiringTrials: 1, ...seconds(7) },
      standard: { rounds: 15, hiringTrials: 3, ...seconds(15) },
      thorough: { rounds: 30, hiringTrials: 5, ...seconds(30) },
    },
    smallestDifference: 0.01,
  };
}

function conditionsOf(strategy: string, { pinnedCores, cold, workers, inFlight }: ChoiceOf010): readonly Condition[] {
  const pinned = pinnedCores === null ? {} : { pinnedCores };
  if (strategy === 'sync') return [{ id: strategy, strategy, seats: [alone], ...pinned }];
  if (strategy === 'async' || strategy === 'async-chunked') {
    return inFlight.map((atOnce) => {
      return { id: `${strategy}-${atOnce}`, strategy, seats: [alone], inFlight: atOnce, ...pinned };
    });
  }
  const hired = cold ? { ...pinned, cold: true } : pinned;
  const kind = strategy.startsWith('threads') ? 'thread' : 'process';
  return workers.flatMap((count) => {
    const seats = hiredWorkers(kind, count);
    if (!strategy.endsWith('-async')) return [{ id: `${strategy}-${count}`, strategy, seats, ...hired }];
    return inFlight.map((atOnce) => {
      return { id: `${strategy}-${count}-${atOnce}`, strategy, seats, inFlight: atOnce, ...hired };
    });
  });
}
