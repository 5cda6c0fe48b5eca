import type { MixedStep, TimerStep } from '@core/protocol/step';
import { compute, computeInTurns } from './cpu';
import { timerWorkload } from './timer';
import type { Workload } from './workload';

/** Waits as `timer` does, then computes as `cpu` does. */
export const mixedWorkload: Workload<MixedStep> = {
  sync(step, marks) {
    timerWorkload.sync(waitOf(step), marks);
    marks.busy();
    return compute(step);
  },
  async async(step, marks, yields) {
    await timerWorkload.async(waitOf(step), marks, yields);
    return yields ? computeInTurns(step, marks) : compute(step);
  },
};

function waitOf({ task, durationMs }: MixedStep): TimerStep {
  return { task, kind: 'wait', durationMs };
}
