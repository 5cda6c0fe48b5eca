/** The exact values of a figure: shown as a table, stepped through by keyboard, saved as CSV, read to who cannot see. */
export interface ValueTable {
  /** Names with units, e.g. `Total (ms)`. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** The table as CSV by RFC 4180: CRLF, and quotes around cells that need them. */
export function toCsv(table: ValueTable): string {
  return [table.columns, ...table.rows].map((row) => row.map(csvCell).join(',')).join('\r\n') + '\r\n';
}

function csvCell(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One row as a sentence part by part: `Condition: One cook, sync; Total (ms): 580`. */
export function rowInWords(table: ValueTable, index: number): string {
  const row = table.rows[index] ?? [];
  return row.map((value, column) => `${table.columns[column] ?? ''}: ${value}`).join('; ');
}

/** The table as a person reads it: figures with four digits, more before the point where they have more. */
export function readableTable(table: ValueTable): ValueTable {
  const rows = table.rows.map((row) => row.map((cell) => (typeof cell === 'number' ? readable(cell) : cell)));
  return { columns: table.columns, rows };
}

function readable(value: number): number {
  if (!Number.isFinite(value)) return value;
  return Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(4));
}
