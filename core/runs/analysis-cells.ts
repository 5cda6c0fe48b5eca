import { median } from '../statistics/quantile';
import type { CellRecord } from './events';
import type { UnsealedRecord } from './record';

/** The cell that stands for one condition in one round: the fastest of its repetitions. */
export interface RoundCell {
  readonly round: number;
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
export function roundCells(record: UnsealedRecord, part: string, condition: string): RoundCell[] {
  const cells = record.cells.filter((cell) => cell.part === part && cellDurationNs(cell) > 0);
  const repetitions = Math.max(0, ...cells.map((cell) => cell.repetition)) + 1;
  const byRound = new Map<number, CellRecord[]>();
  for (const cell of cells) {
    if (cell.condition === condition) byRound.set(cell.round, [...(byRound.get(cell.round) ?? []), cell]);
  }
  return [...byRound]
    .filter(([, repeated]) => new Set(repeated.map((cell) => cell.repetition)).size === repetitions)
    .map(([round, repeated]) => {
      const cell = repeated.reduce((best, next) => (cellDurationNs(next) < cellDurationNs(best) ? next : best));
      return { round, totalNs: cellDurationNs(cell), cell };
    })
    .sort((a, b) => a.round - b.round);
}

/**
 * The cell to show as an example of a condition: of all measured rounds the one whose total is closest to their median
 * (the earlier one if two are). Undefined if no round was measured.
 */
export function medianCell(record: UnsealedRecord, part: string, condition: string): CellRecord | undefined {
  const measured = roundCells(record, part, condition).filter(({ round }) => round > 0);
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
