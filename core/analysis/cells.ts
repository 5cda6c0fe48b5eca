import { median } from '../statistics/quantile';
import type { DurationMeasure } from '../experiments/measures';
import type { CellRecord } from '../record/events';
import { measureOf } from './measures';
import type { UnsealedRecord } from '../record/record';
import { ruleSetOf } from '../rules/registry';

/** The cell that stands for one condition in one round: of its repetitions the one with the smallest headline. */
export interface RoundCell {
  readonly round: number;
  /** The part's headline of this cell, its total unless the part says otherwise, in nanoseconds; 0: the clock could not tell. */
  readonly totalNs: number;
  readonly cell: CellRecord;
}

/** Wall time of a cell in nanoseconds. */
export function cellDurationNs(cell: CellRecord): number {
  return cell.endNs - cell.startNs;
}

/**
 * The round cells of a condition in a part, by round, ascending; round 0 is the warm-up. A round whose repetitions are
 * not all there (the run ended in between) is left out: a minimum of fewer repetitions is larger by chance.
 */
export function roundCells(
  record: UnsealedRecord,
  part: string,
  condition: string,
  headline: DurationMeasure = 'total',
): RoundCell[] {
  const cells = record.cells.filter((cell) => cell.part === part && cellDurationNs(cell) > 0);
  const clamps = ruleSetOf(record.rules).zero === 'clamped';
  const repetitions = Math.max(0, ...cells.map((cell) => cell.repetition)) + 1;
  const byRound = new Map<number, CellRecord[]>();
  for (const cell of cells) {
    if (cell.condition === condition) byRound.set(cell.round, [...(byRound.get(cell.round) ?? []), cell]);
  }
  return [...byRound]
    .filter(([, repeated]) => new Set(repeated.map((cell) => cell.repetition)).size === repetitions)
    .flatMap(([round, repeated]): RoundCell[] => {
      const measured = repeated.flatMap((cell) => {
        const totalNs = measureOf(headline, cell);
        // Ratios have no room for zero. Zero is what a coarse clock tells; by the first rules it counted as the clock's unit.
        return totalNs === undefined ? [] : [{ round, totalNs: Math.max(clamps ? 1 : 0, totalNs), cell }];
      });
      // A headline that one repetition lacks is not measured: a minimum of fewer is larger by chance.
      if (measured.length < repeated.length) return [];
      return [measured.reduce((best, next) => (next.totalNs < best.totalNs ? next : best))];
    })
    .sort((a, b) => a.round - b.round);
}

/**
 * The cell to show as an example of a condition: of all measured rounds the one whose total is closest to their median
 * (the earlier one if two are). Undefined if no round was measured.
 * @param headline what is taken for the total
 */
export function medianCell(
  record: UnsealedRecord,
  part: string,
  condition: string,
  headline: DurationMeasure = 'total',
): CellRecord | undefined {
  const measured = roundCells(record, part, condition, headline).filter(({ round }) => round > 0);
  if (measured.length === 0) return undefined;
  const middle = median(measured.map(({ totalNs }) => totalNs));
  const distance = ({ totalNs }: RoundCell): number => Math.abs(totalNs - middle);
  return measured.reduce((best, next) => (distance(next) < distance(best) ? next : best)).cell;
}

/** Tasks of a part whose results were not the same in all its cells, in the order in which they were met. */
export function tasksWithDifferingChecksums(record: UnsealedRecord, part: string): string[] {
  const seen = new Map<string, Set<number | null>>();
  for (const cell of record.cells) {
    if (cell.part !== part) continue;
    for (const { task, checksum } of cell.tasks) seen.set(task, (seen.get(task) ?? new Set()).add(checksum));
  }
  return [...seen].filter(([, checksums]) => checksums.size > 1).map(([task]) => task);
}
