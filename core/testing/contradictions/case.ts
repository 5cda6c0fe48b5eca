import type { CellRecord } from '../../record/events';
import type { RunRecord } from '../../record/record';
import type { ContradictionCode } from '../../verify/contradiction';

/** Records of which the cases are made, for tests only: two synthetic or real ones of each format, and runs that did not complete. */
export type Base = 'synthetic' | 'search' | 'lost' | 'noise' | 'loop' | 'async' | 'cancelled' | 'failed' | 'python';

export type Mutable<T> = T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T;
export type Draft = Mutable<Omit<RunRecord, 'hash'>>;

/** A change after which a record contradicts itself, how that is called, and what its sentence says. */
export type Case = readonly [
  name: string,
  base: Base,
  change: (draft: Draft) => void,
  code: ContradictionCode,
  words?: RegExp,
];

export function first<T>(list: readonly T[] | undefined, wanted: (one: T) => boolean = () => true): T {
  const found = list?.find(wanted);
  if (found === undefined) throw new Error('The base of this case has no such thing.');
  return found;
}

export function at<T>(list: readonly T[], index: number): T {
  const found = list.at(index);
  if (found === undefined) throw new Error('The base of this case is too short.');
  return found;
}

/** A worker's part of a cell with at least two spans. */
export function spansIn(draft: Draft): Mutable<CellRecord['workers'][number]> {
  return first(at(draft.cells, 20).workers, ({ spans }) => spans.length > 1);
}

/** The second execution of a part: the first one holds for what comes after it. */
export function ofPart(draft: Draft, part: string): Mutable<CellRecord> {
  return at(
    draft.cells.filter((cell) => cell.part === part && cell.round > 0),
    1,
  );
}

export function swap(list: unknown[], a: number, b: number): void {
  [list[a], list[b]] = [at(list, b), at(list, a)];
}

export const measured = ({ ratio }: Draft['verdicts'][number]): boolean => ratio !== null;

/** A copy of plain data. */
export function copyOf<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
