import type { RunRecord } from '@core/record/record';
import { cellOf } from '../kitchen/kitchen-run';
import type { TimelineChoice } from './timeline-layout';

// The load of the machine's cores as it was recorded: one interval per round, and where the executions lie in it.

export interface LoadCell {
  readonly condition: string;
  readonly part: string;
  /** Shares of the interval, 0 to 1. */
  readonly from: number;
  readonly to: number;
  /** True for the execution that the cursor is in. */
  readonly hasCursor: boolean;
}

export interface RecordedLoad {
  readonly lengthNs: number;
  /** Busy share of each core over the whole interval, 1 is fully busy. */
  readonly perCore: readonly number[];
  readonly mean: number;
  readonly lowest: number;
  readonly highest: number;
  readonly cells: readonly LoadCell[];
  /** Where the cursor is in the interval, 0 to 1; undefined if its execution was not recorded. */
  readonly cursor: number | undefined;
}

/** The load of the chosen round; undefined if none was recorded. `cursorNs` counts from the start of the execution. */
export function recordedLoad(
  record: RunRecord,
  choice: TimelineChoice,
  condition: string,
  cursorNs: number,
): RecordedLoad | undefined {
  const load = record.loads.find(({ round }) => round === choice.round);
  if (!load || load.endNs <= load.startNs || load.perCore.length === 0) return undefined;
  const lengthNs = load.endNs - load.startNs;
  const shareOf = (timeNs: number): number => Math.min(1, Math.max(0, (timeNs - load.startNs) / lengthNs));
  const current = cellOf(record, choice, condition);
  return {
    lengthNs,
    perCore: load.perCore,
    mean: load.perCore.reduce((sum, share) => sum + share, 0) / load.perCore.length,
    lowest: Math.min(...load.perCore),
    highest: Math.max(...load.perCore),
    cells: record.cells
      .filter(({ round }) => round === choice.round)
      .map((cell) => ({
        condition: cell.condition,
        part: cell.part,
        from: shareOf(cell.startNs),
        to: shareOf(cell.endNs),
        hasCursor: cell === current,
      })),
    cursor: current && shareOf(current.startNs + Math.min(cursorNs, current.endNs - current.startNs)),
  };
}
