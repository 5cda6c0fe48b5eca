import type { WaitingSummary } from '../analysis/waiting';
import type { PartSummary } from '../analysis/types';
import { formatDuration } from '../texts/format';
import type { Names } from './names';

/** Whether the record says anything about waiting for a core: older ones do not. */
export function knowsWaiting(part: PartSummary): boolean {
  return part.conditions.some(({ waiting }) => waiting !== undefined);
}

/** `60 ms of 180 ms busy`, or that the system does not tell. */
export function waitingWords(waiting: WaitingSummary | undefined, names: Names): string {
  if (!waiting?.waited) return names.text('results.slowness.untold');
  const { estimate } = waiting.waited;
  // Also who waits for something else is late for a core when it comes: that can be more than the time busy.
  const key = estimate <= waiting.busyNs ? 'waitedOf' : 'waitedBeside';
  return names.text(`results.slowness.${key}`, {
    waited: formatDuration(estimate),
    busy: formatDuration(waiting.busyNs),
  });
}
