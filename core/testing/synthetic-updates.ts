/** Synthetic, for tests only: records of trials on a counter. Nothing in them was measured. */
import { lostUpdates, trialPlans } from '../experiments/lost-updates/definition';
import type { CellRecord } from '../record/events';
import type { RunRecord } from '../record/record';
import { syntheticTasksRecord } from './synthetic-tasks';

const perTrialMs: Readonly<Record<string, number>> = {
  unprotected: 0.3,
  atomics: 0.4,
  'atomics-again': 0.41,
  mutex: 1,
  owner: 20,
  'across-await': 0.12,
  'one-step': 0.12,
  'one-step-again': 0.121,
  'promise-lock': 0.3,
  'recorded-unprotected': 0.05,
  'recorded-mutex': 0.2,
  'recorded-mutex-again': 0.2,
};

/** Share of its updates that each trial loses, by condition; the others lose none. */
export type LostShares = Readonly<Record<string, number>>;
/** As theory says of two cores. */
export const updatesAsTheorySays: LostShares = { unprotected: 0.4, 'across-await': 0.5, 'recorded-unprotected': 0.2 };

/** What two adders would have written down: they take turns, and from the fourth update on both read the same. */
function logsOf({ condition, workers }: CellRecord, loses: boolean): NonNullable<CellRecord['logs']> {
  const reads = loses
    ? [
        [0, 2, 4, 5],
        [1, 3, 4, 5],
      ]
    : [
        [0, 2, 4, 6],
        [1, 3, 5, 7],
      ];
  return reads.map((own, adder) => ({
    // Functions of one thread have one worker.
    worker: (workers[adder] ?? workers[0])?.worker ?? condition,
    adder,
    reads: own,
    writes: own.map((read) => read + 1),
  }));
}

/** A valid record of an invented run of `lost-updates`. */
export function syntheticUpdatesRecord(cores: number, lost: LostShares = updatesAsTheorySays): RunRecord {
  return syntheticTasksRecord(lostUpdates(cores), {
    cores,
    totalMs: (_part, condition) => (perTrialMs[condition] ?? 0) * trialsOf(condition),
    shape: (cell) => {
      const { updates = 0, trials = 0 } = trialPlans[cell.condition.replace('-again', '')] ?? {};
      const share = lost[cell.condition] ?? 0;
      const expected = 2 * updates;
      const logged = cell.part !== 'threads' && { logs: logsOf(cell, share > 0) };
      const outcome = String(Math.round(expected * (1 - share)));
      return { ...cell, ...logged, trials: { expected, outcomes: [{ outcome, times: trials }] } };
    },
  });
}

function trialsOf(condition: string): number {
  return trialPlans[condition.replace('-again', '')]?.trials ?? 0;
}
