import type { CellRecord } from '../record/events';
import type { UnsealedRecord } from '../record/record';
import { median } from '../statistics/quantile';
import { cellDurationNs, roundCells } from './cells';
import { slowReason, type SlowCounters, type SlowReason, type UsualAndNow } from './slow-reasons';
import type { PartSummary } from './types';

/** An execution that was flagged as slow, and why it was. */
export interface FlaggedExecution {
  readonly part: string;
  readonly condition: string;
  readonly round: number;
  readonly repetition: number;
  /** The sentinel beside it was slow, or its headline lies above Tukey's upper fence; or both. */
  readonly flags: readonly ('sentinel' | 'outlier')[];
  readonly reason: SlowReason;
}

/**
 * The flagged executions in the order in which they were measured; undefined for records made before counters were read
 * around each. What is below the lower fence was fast: it is no slow execution.
 */
export function flaggedExecutions(
  record: UnsealedRecord,
  parts: readonly PartSummary[],
  slow: ReadonlySet<CellRecord>,
): readonly FlaggedExecution[] | undefined {
  const cells = record.cells.filter(({ round }) => round > 0);
  if (!cells.some(({ disturbance }) => disturbance)) return undefined;
  const outliers = new Set(parts.flatMap((part) => slowOutliers(record, part)));
  const usual = usualOf(cells);
  return cells
    .filter((cell) => cell.disturbance && (slow.has(cell) || outliers.has(cell)))
    .map((cell) => ({
      part: cell.part,
      condition: cell.condition,
      round: cell.round,
      repetition: cell.repetition,
      flags: [
        ...(slow.has(cell) ? (['sentinel'] as const) : []),
        ...(outliers.has(cell) ? (['outlier'] as const) : []),
      ],
      reason: slowReason(countersOf(cell, usual)),
    }));
}

function slowOutliers(record: UnsealedRecord, { part, conditions }: PartSummary): CellRecord[] {
  const headline = record.definition.parts.find(({ id }) => id === part)?.headline ?? 'total';
  return conditions.flatMap(({ condition, headlinesNs, outliers, headline: total }) => {
    const measured = roundCells(record, part, condition, headline).filter(({ round }) => round > 0);
    return outliers.flatMap((index) => {
      const cell = measured[index]?.cell;
      return cell && (headlinesNs[index] ?? 0) > total.estimate ? [cell] : [];
    });
  });
}

type Counter = 'waited' | 'garbage' | 'migrations';

/** A worker's counter where it was most; undefined as soon as one worker of the cell is not told. */
function most({ workers }: CellRecord, counter: Counter): number | undefined {
  const values = workers.map(({ waitedNs, counters }) => {
    if (counter === 'waited') return waitedNs;
    return counter === 'garbage' ? counters?.garbageNs : counters?.migrations;
  });
  const told = values.filter((value) => typeof value === 'number');
  return told.length === 0 || told.length < values.length ? undefined : Math.max(...told);
}

/** The median of a counter over all measured executions of the same condition in the same part. */
type Usual = (cell: CellRecord, counter: Counter) => number | undefined;

function usualOf(cells: readonly CellRecord[]): Usual {
  const known = new Map<string, number | undefined>();
  return ({ part, condition }, counter) => {
    const key = JSON.stringify([part, condition, counter]);
    if (!known.has(key)) {
      const values = cells
        .filter((cell) => cell.part === part && cell.condition === condition)
        .flatMap((cell) => most(cell, counter) ?? []);
      known.set(key, values.length === 0 ? undefined : median(values));
    }
    return known.get(key);
  };
}

function countersOf(cell: CellRecord, usualIn: Usual): SlowCounters {
  const { sentinelBeforeNs, sentinelAfterNs, disturbance } = cell;
  const compared = (counter: Counter): UsualAndNow | undefined => {
    const [now, usual] = [most(cell, counter), usualIn(cell, counter)];
    return now === undefined || usual === undefined ? undefined : { now, usual };
  };
  return {
    durationNs: cellDurationNs(cell),
    sentinelNs: sentinelBeforeNs + sentinelAfterNs,
    sentinelWaitedNs: disturbance?.sentinelWaitedNs ?? undefined,
    observedNs: disturbance?.observedNs ?? 0,
    throttles: disturbance?.throttles ?? undefined,
    throttledNs: disturbance?.throttledNs ?? undefined,
    otherNs: disturbance?.otherNs ?? undefined,
    waitedNs: compared('waited'),
    garbageNs: compared('garbage'),
    migrations: compared('migrations'),
  };
}
