import type { ConditionDefinition, ExperimentDefinition, PartDefinition } from '@core/experiments/definition-types';
import { latenciesOf, orderCount, orderEveryMs, supplierOf } from '@core/experiments/slow-supplier/orders';
import type { RunPlan } from '@core/record/plan';
import type { Step } from '@core/protocol/step';
import type { CellWork, ExperimentBody } from './body';
import { waitPerTaskFromMs } from './body';
import { sharedBody } from './shared-body';

/** The orders of a part: in one nobody is slow. The same for all its conditions and rounds. */
function ordersOf(part: PartDefinition['id'], { parameters, seed }: RunPlan): Step[] {
  const supplier = supplierOf(parameters);
  const latencies = latenciesOf(part === 'slow' ? supplier : { ...supplier, slowMs: supplier.latencyMs }, seed);
  return latencies.map((latencyMs, index): Step => {
    return { task: `task-${index + 1}`, kind: 'socket', latencyMs, seed: (seed + 1 + index) >>> 0 };
  });
}

/** The body of `slow-supplier`: orders come one by one, to blocked threads or to one that awaits. */
export function slowSupplier(experiment: ExperimentDefinition): ExperimentBody {
  return {
    ...sharedBody(experiment),
    queues: () => true,
    shortestCellMs: () => orderCount * orderEveryMs,
    work: (part, { strategy }: ConditionDefinition, plan): CellWork => ({
      queue: ordersOf(part, plan),
      dueMs: Array.from({ length: orderCount }, (_, index) => index * orderEveryMs),
      mode: strategy === 'async' ? 'async' : 'sync',
      waitPerTask: supplierOf(plan.parameters).latencyMs >= waitPerTaskFromMs,
    }),
  };
}
