import { counterBytes } from '../../protocol/shared-words';
import { against, defineExperiment } from '../define';
import type { ConditionDefinition, ExperimentDefinition } from '../definition-types';
import { levelOptions } from '../forecasts';
import type { DefinitionChoice } from '../machine';
import type { LevelDefinition } from '../measures';
import { again, hiredWorkers } from '../seats';

/** Threads, each of which executes the program once in a trial. */
export const threads = 2;
/** Trials of a cell; the rounds of standard are more than 10,000 of each condition. */
export const trials = 1000;
/** A share of trials from which on an outcome counts as one that occurs: one of a cell. */
const oneTrial = 1 / trials;

function onThreads(id: string): ConditionDefinition {
  return { id, strategy: 'threads', seats: hiredWorkers('thread', threads), sharedBytes: counterBytes };
}

const losing = (condition: string, expect: LevelDefinition['expect']): LevelDefinition => {
  return { condition, measure: 'lossy-trials', threshold: oneTrial, expect };
};

/**
 * Two threads load, add and store once each, in many trials, beside everything that can come of it. Factor: whether a lock is
 * around the three instructions.
 * @param cores of the machine: threads that take turns on one core are hardly ever interrupted between two instructions
 */
export function possibleAndObserved(cores: number, { quotaCores }: DefinitionChoice = {}): ExperimentDefinition {
  const lock = onThreads('lock');
  const overlaps = cores > 1 && (quotaCores === undefined || quotaCores >= 2);
  const levels = [...(overlaps ? [losing('no-lock', 'above')] : []), losing('lock', 'below')];
  return defineExperiment({
    id: 'possible-and-observed',
    track: 'D',
    conditions: [onThreads('no-lock'), lock, again(lock)],
    parts: [
      {
        id: 'outcomes',
        comparisons: against('lock', { 'no-lock': 'open' }),
        headline: 'trial-time',
        measures: ['lossy-trials', 'lost-updates'],
        levels,
        resultsMayDiffer: true,
        predicted: [],
        predictionScaleMs: 1,
      },
    ],
    parameters: [],
    forecasts: [
      {
        id: 'values',
        kind: 'pick',
        options: levelOptions,
        rows: levels.map(({ condition, measure }) => ({ id: condition, part: 'outcomes', by: { condition, measure } })),
      },
    ],
    expectedSeconds: [6, 10, 18],
    timeBudgetSeconds: [120, 180, 300],
  });
}
