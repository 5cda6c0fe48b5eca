import { adders, trialPlans } from '@core/experiments/lost-updates/definition';
import type { ConditionDefinition } from '@core/experiments/definition-types';
import type { UpdatesStep, UpdateWay } from '@core/protocol/step';
import type { ExperimentBody, Order } from './body';

/** Nothing is repeated within a round: a cell is many trials already, and all of them count. */
const longEnoughMs = 100;
const taskTimeoutMs = 60_000;

/** How each condition updates; the others are called as their ways. */
const ways: Readonly<Record<string, UpdateWay>> = {
  unprotected: 'plain',
  atomics: 'atomic',
  'recorded-unprotected': 'load-store',
  'recorded-mutex': 'mutex',
};

/** Ways of async functions: their trials are all written down, since one thread alone has an order to be disturbed. */
const onOneThread: ReadonlySet<string> = new Set<UpdateWay>(['across-await', 'one-step', 'promise-lock']);

function orderOf(condition: string, place: UpdatesStep['place']): Order {
  const way = ways[condition] ?? (condition as UpdateWay);
  const plan = trialPlans[condition];
  if (!plan) throw new RangeError(`Nothing says how many trials ${condition} has.`);
  const logs = condition.startsWith('recorded') || onOneThread.has(way);
  const step: UpdatesStep = {
    task: place === 'owner' ? 'owner' : `task-${place + 1}`,
    kind: 'updates',
    way,
    place,
    adders,
    ...plan,
    ...(logs && { logs }),
  };
  return { mode: way === 'owner' || onOneThread.has(way) ? 'async' : 'sync', inFlight: 1, steps: [step] };
}

/** Every seat adds, trial by trial; a seat beyond the adders has the counter, and one alone has all the functions. */
function seatsOf({ id, repeats = id, seats }: ConditionDefinition): Readonly<Record<string, Order>> {
  return Object.fromEntries(
    seats.map(({ id: seat }, place) => [seat, orderOf(repeats, place < adders ? place : 'owner')]),
  );
}

/** The body of `lost-updates`. */
export const lostUpdates: ExperimentBody = {
  computeMs: () => ({}),
  shortestCellMs: () => longEnoughMs,
  taskTimeoutMs: () => taskTimeoutMs,
  work: (_part, condition) => ({ seats: seatsOf(condition) }),
};
