/** The exact values of a chart: shown as a table, stepped through by keyboard, saved as CSV. */
export interface ChartTable {
  /** Names with units, e.g. `Total (ms)`. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** The table as CSV by RFC 4180: CRLF, and quotes around cells that need them. */
export function toCsv(table: ChartTable): string {
  return [table.columns, ...table.rows].map((row) => row.map(csvCell).join(',')).join('\r\n') + '\r\n';
}

function csvCell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One row as a sentence part by part: `Condition: One cook, sync; Total (ms): 580`. */
export function rowInWords(table: ChartTable, index: number): string {
  const row = table.rows[index] ?? [];
  return row.map((value, column) => `${table.columns[column] ?? ''}: ${value}`).join('; ');
}

/**
 * The row that a step leads to; stops at the ends. Without a row so far, a step forward begins at the first and a step
 * back at the last.
 */
export function stepRow(current: number | undefined, step: -1 | 1, rows: number): number | undefined {
  if (rows === 0) return undefined;
  if (current === undefined) return step === 1 ? 0 : rows - 1;
  return Math.min(rows - 1, Math.max(0, current + step));
}
