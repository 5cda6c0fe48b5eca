import { against, budgetFor, defineExperiment } from '../define';
import type { ByPreset } from '../define';
import type { ComparisonDefinition, ConditionDefinition, ExperimentDefinition } from '../definition-types';
import { beyondCores, gainOn, type DefinitionChoice } from '../machine';
import { again, hiredWorkers } from '../seats';
import { mostWorkers } from '../workbench/choice';

const idOf = (threads: number): string => `threads-${threads}`;

/** Time of a task in milliseconds: long beside the tens of microseconds that handing it out takes. */
const standardTaskMs = 10;

/** As many threads as cores, as far as a run may have so many. */
function fullHouse(cores: number): number {
  return Math.min(cores, mostWorkers);
}

/**
 * Numbers of threads worth measuring: all up to four cores, then powers of two and the number of cores itself, and
 * always twice the cores; never more than a run may have.
 */
export function threadLevels(cores: number): readonly number[] {
  const powers = Array.from({ length: 10 }, (_, index) => 2 ** index).filter((count) => count <= cores);
  const few = [1, 2, 3, 4].filter((count) => count <= Math.max(2, cores));
  return [...new Set([...few, ...powers, cores, 2 * cores].map((count) => Math.min(count, mostWorkers)))].sort(
    (a, b) => a - b,
  );
}

/** Of many numbers of threads those that quick has: one, a few, as many as cores, and the most. */
function quickLevels(cores: number): readonly number[] {
  const levels = threadLevels(cores);
  if (cores <= 4) return levels;
  // One thread alone needs longest: beside it there is time for one number in between, or two.
  const between = cores <= 16 ? [2, 4] : [levels.findLast((threads) => threads <= cores / 3) ?? 4];
  return levels.filter((threads) => [1, ...between, fullHouse(cores), levels.at(-1)].includes(threads));
}

/** At least 24 and three for each core; a multiple of the cores, so that with one thread each all end together. */
function tasksFor(cores: number): number {
  const house = fullHouse(cores);
  return house * Math.ceil(Math.max(24, 3 * house) / house);
}

/** As many threads as cores against one, the most against as many, then the other numbers against one. */
function comparisonsFor(cores: number, quotaCores: number | undefined): readonly ComparisonDefinition[] {
  const expect = gainOn(cores, quotaCores);
  const house = fullHouse(cores);
  const more = threadLevels(cores).filter((threads) => threads > 1);
  const most = Math.max(...more);
  const againstOne = (threads: number) => against(idOf(1), { [idOf(threads)]: expect });
  return [
    ...more.filter((threads) => threads === house).flatMap(againstOne),
    ...(house > 1 && most > house ? against(idOf(house), { [idOf(most)]: beyondCores(quotaCores) }) : []),
    ...more.filter((threads) => threads !== house).flatMap(againstOne),
  ];
}

/** About as many seconds as a run takes: every cell three times, 12 ms between cells, and hiring. */
function secondsFor(cores: number, levels: readonly number[], rounds: number): number {
  const aloneMs = tasksFor(cores) * standardTaskMs;
  const roundMs = [...levels, cores].reduce((sum, threads) => sum + 3 * (aloneMs / Math.min(threads, cores) + 12), 0);
  return Math.ceil(5 + ((rounds + 1) * roundMs) / 1000);
}

/**
 * Scaling: the same tasks on 1 to 2C threads. Factor: the number of threads. As many threads as cores are there twice. All
 * numbers have one crew in common, of which each takes as many as it needs: a crew for each would be hundreds of threads.
 */
export function manyCooks(cores: number, { quotaCores }: DefinitionChoice = {}): ExperimentDefinition {
  const levels = threadLevels(cores);
  const few = quickLevels(cores);
  const house = fullHouse(cores);
  const most = Math.max(...levels);
  const conditions = levels.flatMap((threads): readonly ConditionDefinition[] => {
    const crewOf = threads === most ? {} : { crewOf: idOf(most) };
    const seats = hiredWorkers('thread', threads);
    const condition = { id: idOf(threads), strategy: 'threads', seats, ...crewOf } as const;
    if (threads !== house) return [condition];
    return [condition, { ...again(condition), crewOf: idOf(most) }];
  });
  const tasks = tasksFor(cores);
  const seconds = (used: readonly number[], rounds: number): number => secondsFor(house, used, rounds);
  const expectedSeconds: ByPreset = [seconds(few, 7), seconds(levels, 15), seconds(levels, 30)];
  return defineExperiment({
    id: 'many-cooks',
    track: 'C',
    conditions,
    parts: [
      {
        id: 'computing',
        comparisons: comparisonsFor(cores, quotaCores),
        work: { workload: 'cpu', taskMs: { parameter: 'taskMs' }, tasks },
        scaling: { over: 'threads', laws: true },
        predictBy: 'curve',
        predicted: few.map(idOf),
        predictionScaleMs: 2 * tasks * standardTaskMs,
      },
    ],
    parameters: [{ id: 'taskMs', unit: 'ms', minimum: 1, maximum: 200, standard: standardTaskMs }],
    hiringTrials: [2, 3, 5],
    expectedSeconds,
    timeBudgetSeconds: budgetFor(expectedSeconds),
    quick: { leavesOut: levels.filter((threads) => !few.includes(threads)).map(idOf) },
  });
}
