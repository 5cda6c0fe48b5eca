import type { RunPlan } from '@core/record/plan';
import type { Step } from '@core/protocol/step';
import type { ExperimentBody, Iterations } from './body';

function durationMs(plan: RunPlan): number {
  const value = plan.parameters['durationMs'];
  if (value === undefined) throw new RangeError('The plan has no parameter durationMs.');
  return value;
}

function computation(plan: RunPlan, { computation: iterations }: Iterations): Step {
  if (iterations === undefined) throw new RangeError('The calibration has no iterations for the computation.');
  return { task: 'computation', kind: 'compute', iterations, seed: plan.seed };
}

/** The thread waits blocked, computes as long, or waits with a timer and is free. */
export const blockedIsNotBusy: ExperimentBody = {
  computeMs: (plan) => ({ computation: durationMs(plan) }),
  shortestCellMs: (_part, plan) => durationMs(plan),
  taskTimeoutMs: (plan) => 10_000 + 50 * durationMs(plan),
  work(_part, { id }, plan, iterations) {
    const wait: Step = { task: 'wait', kind: 'wait', durationMs: durationMs(plan) };
    const step = id.startsWith('cpu-loop') ? computation(plan, iterations) : wait;
    const mode = id === 'async-wait' ? 'async' : 'sync';
    return { seats: { 'worker-1': { mode, inFlight: 1, steps: [step] } } };
  },
};
