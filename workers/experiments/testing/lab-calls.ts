/** For tests alone: what the lab's own body does in a condition, so that a snippet can be held against it. */
import type { ConditionDefinition, ExperimentDefinition } from '@core/experiments/definition-types';
import type { Span, TaskRecord } from '@core/record/events';
import { resolvePlan } from '@core/record/plan';
import type { Step } from '@core/protocol/step';
import { createClock } from '../../measurement/clock';
import { createSpanRecorder } from '../../measurement/span-recorder';
import { cook } from '../../runtime/cook';
import { createWorkloads } from '../../workloads/workload-table';
import { bodyOf } from '../bodies';
import type { CellWork, Order } from '../body';

/** What is done in a cell, by the body of the experiment. */
export function cellWork(
  experiment: ExperimentDefinition,
  part: string,
  condition: ConditionDefinition,
  parameters: Readonly<Record<string, number>>,
  iterations: Readonly<Record<string, number>>,
): CellWork {
  const plan = resolvePlan(experiment, { preset: 'quick', seed: 11, parameters, lowerPriority: false });
  return bodyOf(experiment).work(part, condition, plan, iterations);
}

/** All steps of a cell, whoever gets them. */
export function stepsIn(work: CellWork): readonly Step[] {
  if ('queue' in work) return work.queue;
  return 'seats' in work ? Object.values(work.seats).flatMap(({ steps }) => steps) : [];
}

/** Executes an order as a worker of the lab does. */
export async function cooked(
  order: Order,
): Promise<{ readonly tasks: readonly TaskRecord[]; readonly spans: readonly Span[] }> {
  const clock = createClock();
  const recorder = createSpanRecorder(clock, clock.now(), 'idle');
  const workloads = createWorkloads({ worker: 'you', folder: null, services: null }, '');
  const tasks: TaskRecord[] = [];
  await cook({ cell: 0, n: 0, ...order }, { worker: 'you', clock, workloads, recorder, tasks, failed: [] });
  await workloads.close();
  return { tasks, spans: recorder.finish().spans };
}
