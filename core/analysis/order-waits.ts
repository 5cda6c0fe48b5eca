import type { CellRecord } from '../record/events';
import { quantile } from '../statistics/quantile';
import { sortSamples } from '../statistics/sorted-samples';

/**
 * How long each order of a cell waited, in nanoseconds, in the order of the record: from when it was due, not from when somebody was
 * free to take it, until its answer was there. Undefined where orders do not come one by one, or one of them has no answer.
 */
export function orderWaitsNs({ tasks }: CellRecord): number[] | undefined {
  const waits = tasks.flatMap(({ dueNs, answeredNs }) =>
    dueNs === undefined || answeredNs === undefined ? [] : [answeredNs - dueNs],
  );
  return waits.length === 0 || waits.length < tasks.length ? undefined : waits;
}

/** The wait that this share of the orders did not exceed, in nanoseconds; undefined where there are no waits. */
export function waitQuantileNs(cell: CellRecord, share: number): number | undefined {
  const waits = orderWaitsNs(cell);
  return waits && quantile(sortSamples(waits), share);
}
