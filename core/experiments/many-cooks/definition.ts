import { against, budgetFor, defineExperiment } from '../define';
import type { ByPreset } from '../define';
import type { ComparisonDefinition, ConditionDefinition, ExperimentDefinition } from '../definition-types';
import { again, hiredWorkers } from '../seats';

const idOf = (threads: number): string => `threads-${threads}`;

/**
 * Numbers of threads worth measuring: all up to four cores, then powers of two and the number of cores itself, and
 * always twice the cores.
 */
export function threadLevels(cores: number): readonly number[] {
  const powers = Array.from({ length: 10 }, (_, index) => 2 ** index).filter((count) => count <= cores);
  const few = [1, 2, 3, 4].filter((count) => count <= Math.max(2, cores));
  return [...new Set([...few, ...powers, cores, 2 * cores])].filter((count) => count >= 1).sort((a, b) => a - b);
}

/** Six tasks a core and at least 24, so that each of 2C threads has three: what is left over at the end is little. */
function tasksFor(cores: number): number {
  return Math.max(24, 6 * cores);
}

/** Tasks are smaller where there are more of them, so that one thread needs about a quarter of a second for all. */
function standardTaskMs(cores: number): number {
  return Math.max(2, Math.round(240 / tasksFor(cores)));
}

/** As many threads as cores against one, twice as many against as many, then the other numbers against one. */
function comparisonsFor(cores: number): readonly ComparisonDefinition[] {
  const expect = cores > 1 ? 'faster' : 'not-faster';
  const more = threadLevels(cores).filter((threads) => threads > 1);
  const first = more.filter((threads) => threads === cores);
  const others = more.filter((threads) => threads !== cores);
  const againstOne = (threads: number) => against(idOf(1), { [idOf(threads)]: expect });
  return [
    ...first.flatMap(againstOne),
    ...(cores > 1 ? against(idOf(cores), { [idOf(2 * cores)]: 'not-faster' }) : []),
    ...others.flatMap(againstOne),
  ];
}

/** About as many seconds as a run takes: every cell three times, 8 ms between cells, and hiring. */
function secondsFor(cores: number, levels: readonly number[], rounds: number): number {
  const aloneMs = tasksFor(cores) * standardTaskMs(cores);
  const roundMs = [...levels, cores].reduce((sum, threads) => sum + 3 * (aloneMs / Math.min(threads, cores) + 8), 0);
  return Math.ceil(6 + ((rounds + 1) * roundMs) / 1000);
}

/**
 * Scaling: the same tasks on 1 to 2C threads. Factor: the number of threads. As many threads as cores are there twice.
 */
export function manyCooks(cores: number): ExperimentDefinition {
  const levels = threadLevels(cores);
  const few = cores > 4 ? levels.filter((threads) => [1, 2, 4, cores, 2 * cores].includes(threads)) : levels;
  const conditions = levels.flatMap((threads): readonly ConditionDefinition[] => {
    const condition = { id: idOf(threads), strategy: 'threads', seats: hiredWorkers('thread', threads) } as const;
    return threads === cores ? [condition, again(condition)] : [condition];
  });
  const tasks = tasksFor(cores);
  const taskMs = standardTaskMs(cores);
  const seconds = (used: readonly number[], rounds: number): number => secondsFor(cores, used, rounds);
  const expectedSeconds: ByPreset = [seconds(few, 7), seconds(levels, 15), seconds(levels, 30)];
  return defineExperiment({
    id: 'many-cooks',
    track: 'C',
    conditions,
    parts: [
      {
        id: 'computing',
        comparisons: comparisonsFor(cores),
        work: { workload: 'cpu', taskMs: { parameter: 'taskMs' }, tasks },
        scaling: { over: 'threads', laws: true },
        predictBy: 'curve',
        predicted: few.map(idOf),
        predictionScaleMs: 2 * tasks * taskMs,
      },
    ],
    parameters: [{ id: 'taskMs', unit: 'ms', minimum: 1, maximum: 200, standard: taskMs }],
    hiringTrials: [2, 3, 5],
    expectedSeconds,
    timeBudgetSeconds: budgetFor(expectedSeconds),
    quick: { leavesOut: levels.filter((threads) => !few.includes(threads)).map(idOf) },
  });
}
