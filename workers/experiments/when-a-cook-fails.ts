import {
  failsAfterMs,
  otherTaskMs,
  otherTasks,
  waysToFail,
  type Place,
  type WayToFail,
} from '@core/experiments/when-a-cook-fails/definition';
import type { ConditionDefinition } from '@core/experiments/definition-types';
import type { RunPlan } from '@core/record/plan';
import type { FailurePlace, RiskStep, Step } from '@core/protocol/step';
import type { CellWork, ExperimentBody, Order } from './body';

/** Nothing is repeated within a round: the smallest of three would stand for it, and a failure takes as long as it takes. */
const longEnoughMs = 100;

/**
 * Memory takes its time to fill, and that is no endless loop: an answer may take this long. Main ends whatever does not answer
 * its heartbeat for 5 s, so it has to be less.
 */
const longestMs = 4000;
/** A thread is ended by the process it is in, which itself has to answer in time. */
const longestInThreadMs = 3000;

const placeOf: Readonly<Record<Place, FailurePlace>> = { async: 'loop', thread: 'thread', process: 'process' };

const others = Array.from({ length: otherTasks }, (_, index): Step => {
  return { task: `task-${index + 1}`, kind: 'wait', durationMs: otherTaskMs };
});

function orderOf(steps: readonly Step[], timeoutMs: number, again?: Step): Order {
  return { mode: 'async', inFlight: steps.length, steps, timeoutMs, ...(again && { again }) };
}

/** The body of `when-a-cook-fails`: one task fails beside four that wait. */
export const whenACookFails: ExperimentBody = {
  computeMs: () => ({}),
  shortestCellMs: () => longEnoughMs,
  queues: () => false,
  work(_part, { id, repeats = id }: ConditionDefinition, plan: RunPlan): CellWork {
    const [way, place] = repeats.split('-') as [WayToFail, Place];
    const { patienceMs = longestMs } = plan.parameters;
    const isLoop = way === 'loop';
    const where = {
      kind: 'risk',
      place: placeOf[place],
      patienceMs: isLoop ? patienceMs : longestInThreadMs,
    } as const;
    const risk: RiskStep = { ...where, task: 'risk', failure: waysToFail[way], afterMs: failsAfterMs };
    const again: RiskStep = { ...where, task: 'again', failure: 'none', afterMs: 0 };
    const within = isLoop ? patienceMs : longestMs;
    if (place === 'process') {
      return { seats: { kitchen: orderOf(others, longestMs), annexe: orderOf([risk], within, again) } };
    }
    // Where the loop itself is held only ending its process helps; a thread is ended by the process it is in.
    return { seats: { kitchen: orderOf([...others, risk], place === 'async' ? within : longestMs, again) } };
  },
};
