import { roundCells } from '../../analysis/cells';
import type { TableRecord } from '../../record/findings';
import type { UnsealedRecord } from '../../record/record';
import { tables, type Table } from './definition';

/** The dinners of a table over all measured rounds. */
export interface Dinners {
  readonly table: Table;
  readonly dinners: number;
  readonly deadlocked: number;
  readonly putBack: number;
  readonly rounds: number;
}

/** The dinners of every table that was measured, in the order of the definition. */
export function dinnersOf(record: UnsealedRecord): readonly Dinners[] {
  return tables.flatMap((table): Dinners[] => {
    const seen = measuredTables(record, table);
    if (seen.length === 0) return [];
    const sum = (of: (one: TableRecord) => number): number => seen.reduce((all, one) => all + of(one), 0);
    return [
      {
        table,
        dinners: sum(({ dinners }) => dinners),
        deadlocked: sum(({ deadlocks }) => deadlocks.length),
        putBack: sum(({ putBack }) => putBack),
        rounds: seen.length,
      },
    ];
  });
}

/** The first deadlock of a measured round, as it was found; undefined if there was none. */
export function firstDeadlock(record: UnsealedRecord) {
  for (const { round, cell } of roundCells(record, 'table', 'naive')) {
    const [first] = cell.table?.deadlocks ?? [];
    if (round > 0 && first) return { round, ...first };
  }
  return undefined;
}

function measuredTables(record: UnsealedRecord, table: Table): readonly TableRecord[] {
  return roundCells(record, 'table', table).flatMap(({ round, cell }) => (round > 0 && cell.table ? [cell.table] : []));
}
