import { compute } from '@core/kernels/compute';
import type { Step } from '@core/protocol/step';
import type { CellRecord } from '@core/record/events';
import type { CellWork } from '../experiments/body';
import { RunFailure } from '../runtime/run-failure';
import { createThreadpoolWorkload } from '../workloads/threadpool';

const pool = createThreadpoolWorkload();
const nobody = { busy: () => undefined, blocked: () => undefined, idle: () => undefined };
const known = new Map<string, number | null>();

/** What JavaScript gets for the same step; null for one that only waits. Computed outside every timed section, once. */
function expected(step: Step): number | null {
  const key = JSON.stringify({ ...step, task: '' });
  const before = known.get(key);
  if (before !== undefined) return before;
  const checksum = computed(step);
  known.set(key, checksum);
  return checksum;
}

function computed(step: Step): number | null {
  if (step.kind === 'threadpool') return pool.sync(step, nobody);
  return step.kind === 'compute' || step.kind === 'mixed' ? compute(step) : null;
}

/** Python's answers must be those of JavaScript. @throws RunFailure naming the task */
export function checkAnswers({ tasks, condition }: CellRecord, work: CellWork): void {
  const steps = 'seats' in work ? Object.values(work.seats).flatMap((order) => order.steps) : [];
  for (const step of steps) {
    const task = tasks.find((one) => one.task === step.task);
    const wanted = expected(step);
    if (task && task.checksum !== wanted) {
      throw new RunFailure(
        'checksums-differ',
        `${condition}: ${step.task} gave ${task.checksum} in Python and ${wanted} in JavaScript.`,
      );
    }
  }
}
