import type { CellRecord, Span } from '../record/events';
import { medianInterval, type Interval } from '../statistics/bootstrap';
import { median } from '../statistics/quantile';
import type { Random } from '../statistics/random';
import type { Rules } from '../rules/rules';

/** How long the workers of a condition were ready but had no core, beside how long they were busy. All workers together. */
export interface WaitingSummary {
  /** Time in the state busy in one execution, median over rounds, in nanoseconds. */
  readonly busyNs: number;
  /** Of it, how long they had no core, in nanoseconds; undefined where the system does not tell of every worker. */
  readonly waited: Interval | undefined;
  /** Wall time of one execution, median over rounds, in nanoseconds. */
  readonly wallNs: number;
  /** Workers that had something to do in one execution: the most that any had. */
  readonly workers: number;
}

/** Undefined for records made before it was read. */
export function waitingOf(
  cells: readonly CellRecord[],
  random: Random,
  interval: Rules['interval'],
): WaitingSummary | undefined {
  const workers = cells.flatMap((cell) => cell.workers);
  if (workers.length === 0 || workers.some(({ waitedNs }) => waitedNs === undefined)) return undefined;
  const told = cells.flatMap((cell) => waitedNsOf(cell) ?? []);
  return {
    busyNs: median(cells.map(busyNsOf)),
    waited: told.length < cells.length ? undefined : medianInterval(told, random, interval),
    workers: Math.max(...cells.map((cell) => cell.workers.filter(({ spans }) => spans.some(isBusy)).length)),
    wallNs: median(cells.map(({ startNs, endNs }) => endNs - startNs)),
  };
}

/** All workers of a cell together; undefined as soon as one is not told. */
export function waitedNsOf({ workers }: CellRecord): number | undefined {
  let sum = 0;
  for (const { waitedNs } of workers) {
    if (waitedNs === undefined || waitedNs === null) return undefined;
    sum += waitedNs;
  }
  return sum;
}

function busyNsOf({ workers }: CellRecord): number {
  return workers
    .flatMap(({ spans }) => spans)
    .filter(isBusy)
    .reduce((sum, { startNs, endNs }) => sum + endNs - startNs, 0);
}

function isBusy({ state }: Span): boolean {
  return state === 'busy';
}
