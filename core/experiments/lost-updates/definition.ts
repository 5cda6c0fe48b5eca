import { counterBytes } from '../../protocol/shared-words';
import { against, defineExperiment } from '../define';
import type { ConditionDefinition, ExperimentDefinition } from '../definition-types';
import type { DefinitionChoice } from '../machine';
import type { LevelDefinition } from '../measures';
import { again, alone, hiredWorkers } from '../seats';

/** Threads, or async functions, that add to the counter. */
export const adders = 2;

/** How many trials a cell of each condition has, and how many updates each adder makes in one. */
export interface TrialPlan {
  readonly updates: number;
  readonly trials: number;
}

/** Long enough that threads which begin a microsecond apart overlap for nearly all of it. */
const updates = 5000;
/** Seven rounds of these are more than 1,000 trials. */
const many: TrialPlan = { updates, trials: 150 };
/** Few enough updates that those of one trial are kept in the record. */
const recorded: TrialPlan = { updates: 500, trials: 100 };

/** By condition; the second half of an A/A pair is the one that it repeats. */
export const trialPlans: Readonly<Record<string, TrialPlan>> = {
  unprotected: many,
  atomics: many,
  mutex: many,
  // A message takes some hundred times as long as an addition.
  owner: { updates, trials: 15 },
  'across-await': recorded,
  'one-step': recorded,
  'promise-lock': recorded,
  'recorded-unprotected': recorded,
  'recorded-mutex': recorded,
};

function onThreads(id: string, threads = adders): ConditionDefinition {
  const strategy = id === 'owner' ? 'threads-async' : 'threads';
  return { id, strategy, seats: hiredWorkers('thread', threads), sharedBytes: counterBytes };
}

function onOneThread(id: string): ConditionDefinition {
  return { id, strategy: 'async', seats: [alone], inFlight: adders };
}

const loses = (condition: string): LevelDefinition => ({
  condition,
  measure: 'lossy-trials',
  threshold: 0.5,
  expect: 'above',
});
const losesNone = (condition: string): LevelDefinition => ({
  condition,
  measure: 'lost-updates',
  threshold: 1,
  expect: 'below',
});
const measures = ['lost-share', 'lossy-trials', 'lost-updates'] as const;

/**
 * Several add to one counter, and some of it is lost. Factor: what protects the update. On threads nothing, an atomic
 * operation, a mutex, or one owner to whom the others send messages; on one thread an await inside the update, none, or a lock.
 * @param cores of the machine: threads that take turns on one core are seldom interrupted within an update
 */
export function lostUpdates(cores: number, { quotaCores }: DefinitionChoice = {}): ExperimentDefinition {
  const [atomics, oneStep] = [onThreads('atomics'), onOneThread('one-step')];
  const recordedMutex = onThreads('recorded-mutex');
  const overlaps = cores > 1 && (quotaCores === undefined || quotaCores >= 2);
  return defineExperiment({
    id: 'lost-updates',
    track: 'D',
    conditions: [
      onThreads('unprotected'),
      atomics,
      again(atomics),
      onThreads('mutex'),
      onThreads('owner', adders + 1),
      onOneThread('across-await'),
      oneStep,
      again(oneStep),
      onOneThread('promise-lock'),
      onThreads('recorded-unprotected'),
      recordedMutex,
      again(recordedMutex),
    ],
    parts: [
      {
        id: 'threads',
        conditions: ['unprotected', 'atomics', 'atomics-again', 'mutex', 'owner'],
        comparisons: against('atomics', { unprotected: 'open', mutex: 'open', owner: 'not-faster' }),
        headline: 'trial-time',
        measures: [...measures],
        levels: [
          ...(overlaps ? [loses('unprotected')] : []),
          losesNone('atomics'),
          losesNone('mutex'),
          losesNone('owner'),
        ],
        resultsMayDiffer: true,
        predicted: [],
        predictionScaleMs: 1,
      },
      {
        id: 'await',
        conditions: ['across-await', 'one-step', 'one-step-again', 'promise-lock'],
        comparisons: against('one-step', { 'across-await': 'open', 'promise-lock': 'not-faster' }),
        headline: 'trial-time',
        measures: [...measures],
        levels: [
          // Two functions that take turns lose exactly every second update.
          { condition: 'across-await', measure: 'lost-share', threshold: 0.49, expect: 'above' },
          losesNone('one-step'),
          losesNone('promise-lock'),
        ],
        resultsMayDiffer: true,
        predicted: [],
        predictionScaleMs: 1,
      },
      {
        id: 'recorded',
        conditions: ['recorded-unprotected', 'recorded-mutex', 'recorded-mutex-again'],
        comparisons: against('recorded-mutex', { 'recorded-unprotected': 'open' }),
        headline: 'trial-time',
        measures: [...measures],
        levels: [losesNone('recorded-mutex')],
        resultsMayDiffer: true,
        predicted: [],
        predictionScaleMs: 1,
      },
    ],
    parameters: [],
    forecasts: [
      {
        id: 'loss',
        kind: 'marks',
        part: 'threads',
        conditions: ['unprotected', 'atomics', 'mutex', 'owner'],
        x: 'lossy-trials',
        y: 'lost-share',
        within: 0.2,
      },
      {
        id: 'cost',
        kind: 'size',
        of: 'headline',
        part: 'threads',
        conditions: ['atomics', 'mutex', 'owner'],
        from: 1e4,
        to: 1e9,
        within: 4,
      },
    ],
    expectedSeconds: [28, 52, 96],
    timeBudgetSeconds: [180, 300, 540],
  });
}
