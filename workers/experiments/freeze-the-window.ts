import { pieceMs } from '@core/experiments/freeze-the-window/definition';
import type { RunPlan } from '@core/record/plan';
import type { ExperimentBody } from './body';

function workMs(plan: RunPlan): number {
  const value = plan.parameters['workMs'];
  if (value === undefined) throw new RangeError('The plan has no parameter workMs.');
  return value;
}

/** The body of `freeze-the-window`: one and the same computation, in whoever hosts the condition. */
export const freezeTheWindow: ExperimentBody = {
  computeMs: () => ({}),
  calibrations: () => [{ name: 'piece', operation: 'knead', wantedMs: pieceMs }],
  shortestCellMs: (_part, plan) => workMs(plan),
  work(_part, { seats, idle }, plan, iterations) {
    if (idle) return { idleMs: workMs(plan) };
    const [seat] = seats;
    const units = iterations['piece'];
    if (!seat || units === undefined)
      throw new RangeError('The condition has no host, or the piece was not calibrated.');
    const step = {
      task: 'work',
      kind: 'compute',
      iterations: units,
      chunks: Math.max(1, Math.round(workMs(plan) / pieceMs)),
      seed: (plan.seed + 1) >>> 0,
    } as const;
    return { seats: { [seat.id]: { mode: 'sync', inFlight: 1, steps: [step] } } };
  },
};
