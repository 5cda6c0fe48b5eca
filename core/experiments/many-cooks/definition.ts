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

/**
 * Scaling: the same tasks on 1 to 2C threads. Factor: the number of threads.
 */
export function manyCooks(cores: number): ExperimentDefinition {
  const levels = threadLevels(cores);
  const conditions: readonly ConditionDefinition[] = levels.map((threads) => ({
    id: idOf(threads),
    strategy: 'threads',
    seats: hiredWorkers('thread', threads),
  }));
  const [one] = conditions;
  const all = one ? [one, again(one), ...conditions.slice(1)] : [];
  const comparisons: readonly ComparisonDefinition[] = [
    ...levels
      .filter((threads) => threads > 1)
      .map((threads) => ({
        condition: idOf(threads),
        baseline: idOf(1),
        expect: cores > 1 ? ('faster' as const) : ('not-faster' as const),
      })),
    ...(cores > 1 ? [{ condition: idOf(2 * cores), baseline: idOf(cores), expect: 'not-faster' as const }] : []),
  ];
  return {
    id: 'many-cooks',
    track: 'C',
    conditions: all,
    parts: [
      {
        id: 'computing',
        conditions: all.map(({ id }) => id),
        noisePair: [idOf(1), `${idOf(1)}-again`],
        comparisons,
        tasks: [],
        work: {
          workload: 'cpu',
          operation: 'knead',
          taskMs: { parameter: 'taskMs' },
          tasks: Math.max(24, 6 * cores),
          waitShare: 0,
          jitterShare: 0,
          chunkMs: null,
        },
        predictionScaleMs: 500,
      },
    ],
    parameters: [
      { id: 'taskMs', unit: 'ms', minimum: 1, maximum: 200, standard: 10 },
      { id: 'rounds', unit: 'rounds', minimum: 1, maximum: 200, standard: 0 },
    ],
    presets: {
      quick: { rounds: 7, hiringTrials: 2, timeBudgetSeconds: 120, expectedSeconds: 20 },
      standard: { rounds: 15, hiringTrials: 3, timeBudgetSeconds: 240, expectedSeconds: 35 },
      thorough: { rounds: 30, hiringTrials: 5, timeBudgetSeconds: 480, expectedSeconds: 65 },
    },
    smallestDifference: 0.01,
  };
}
