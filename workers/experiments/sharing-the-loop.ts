import type { ConditionDefinition, ExperimentDefinition } from '@core/experiments/definition-types';
import { chunksOf, resolveWork } from '@core/experiments/work';
import type { RunPlan } from '@core/record/plan';
import type { ComputeStep, YieldWay } from '@core/protocol/step';
import type { ExperimentBody, Iterations, Order } from './body';
import { sharedBody } from './shared-body';

/** How the job gives way under each condition; the others never do. */
const ways: Readonly<Record<string, YieldWay>> = {
  promises: 'promise',
  'next-tick': 'next-tick',
  immediate: 'immediate',
  timeout: 'timeout',
};

/** The same pieces of the same job, whoever executes it and however it gives way. */
function jobFor({ parts }: ExperimentDefinition, part: string, plan: RunPlan, iterations: Iterations): ComputeStep {
  const work = parts.find(({ id }) => id === part)?.work;
  const units = iterations[part];
  if (!work || units === undefined) throw new RangeError(`Nothing says how large the job of ${part} is.`);
  const chunks = chunksOf(resolveWork(work, plan.parameters));
  return { task: 'task-1', kind: 'compute', kernel: 'knead', iterations: units, chunks, seed: plan.seed };
}

function jobMs({ parts }: ExperimentDefinition, part: string, plan: RunPlan): number {
  const work = parts.find(({ id }) => id === part)?.work;
  return work ? resolveWork(work, plan.parameters).taskMs : 0;
}

function orderFor({ id }: ConditionDefinition, job: ComputeStep): Order {
  const yields = ways[id];
  if (yields === undefined) return { mode: 'sync', inFlight: 1, steps: [job] };
  return { mode: 'async', inFlight: 1, steps: [{ ...job, yields }] };
}

/**
 * One job beside a heartbeat. The loop of the seat `loop` beats in every condition; a hired thread, where there is one,
 * does the job, and the loop only beats.
 */
export function sharingTheLoop(experiment: ExperimentDefinition): ExperimentBody {
  return {
    ...sharedBody(experiment),
    queues: () => false,
    work(part, condition, plan, iterations) {
      // As long as the job, and the beats before and after it.
      if (condition.idle) return { idleMs: jobMs(experiment, part, plan) + 40, beats: ['loop'] };
      const hired = condition.seats.find((seat) => seat.hired);
      const order = orderFor(condition, jobFor(experiment, part, plan, iterations));
      return { seats: { [hired?.id ?? 'loop']: order }, beats: ['loop'] };
    },
  };
}
