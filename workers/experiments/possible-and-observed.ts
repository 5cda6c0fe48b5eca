import type { ConditionDefinition } from '@core/experiments/definition-types';
import { threads, trials } from '@core/experiments/possible-and-observed/definition';
import type { UpdatesStep } from '@core/protocol/step';
import type { ExperimentBody, Order } from './body';

/** Nothing is repeated within a round: a cell is many trials already, and all of them count. */
const longEnoughMs = 100;
/** Three meetings of each trial, should each of them take as long as a time slice. */
const taskTimeoutMs = 60_000;
/** Looks by which a thread may begin later than the other: as long as the program takes, or some times as long. */
const mostLooks = 16;

/** One update of each thread in a trial, in two atomic steps: then every trial is one of the schedules that are enumerated. */
function orderOf({ id, repeats = id }: ConditionDefinition, place: number, seed: number): Order {
  const step: UpdatesStep = {
    task: `task-${place + 1}`,
    kind: 'updates',
    way: repeats === 'lock' ? 'mutex' : 'load-store',
    place,
    adders: threads,
    updates: 1,
    trials,
    offsets: { seed: (seed + place) >>> 0, most: mostLooks },
  };
  return { mode: 'sync', inFlight: 1, steps: [step] };
}

/** The body of `possible-and-observed`. */
export const possibleAndObserved: ExperimentBody = {
  computeMs: () => ({}),
  shortestCellMs: () => longEnoughMs,
  taskTimeoutMs: () => taskTimeoutMs,
  work: (_part, condition, { seed }) => ({
    seats: Object.fromEntries(condition.seats.map(({ id }, place) => [id, orderOf(condition, place, seed)])),
  }),
};
