import type { TaskRecord } from '@core/record/events';
import type { CellWork } from '../experiments/body';
import { wholeMilliseconds } from '../workloads/whole-milliseconds';

/**
 * Adds to each task when it was due, where orders come one by one, and the wait that was asked of the I/O service. Waits are counted
 * from then: a queue, or a dispatcher that is late, hides nothing.
 * @param startNs of the cell, from which times are due; of a crew that is hired within the cell it lies before the hiring
 */
export function withDueTimes(tasks: readonly TaskRecord[], work: CellWork, startNs: number): TaskRecord[] {
  if (!('queue' in work) || !work.dueMs) return [...tasks];
  const { queue, dueMs } = work;
  const places = new Map(queue.map(({ task }, n) => [task, n]));
  return tasks.map((task) => {
    const n = places.get(task.task);
    const [step, due] = n === undefined ? [] : [queue[n], dueMs[n]];
    if (!step || due === undefined) return task;
    const asked = step.kind === 'socket' ? { askedMs: wholeMilliseconds(step.latencyMs) } : {};
    return { ...task, dueNs: startNs + Math.round(due * 1e6), ...asked };
  });
}
