import type { Interval } from '@core/statistics/bootstrap';

/** One measured figure with what is needed to judge it. */
export interface Figure {
  readonly part: string;
  readonly name: string;
  /** `x` for a ratio. */
  readonly unit: string;
  readonly estimate: number;
  /** 95 % bootstrap interval; null where there is a single observation. */
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
  /** What `n` counts. */
  readonly of: string;
}

/** A figure from an interval. */
export function figure(part: string, name: string, unit: string, interval: Interval, of: string): Figure {
  const { estimate, low, high, n } = interval;
  return { part, name, unit, estimate, low, high, n, of };
}

/** A figure without an interval, such as the longest of n. */
export function single(part: string, name: string, unit: string, estimate: number, n: number, of: string): Figure {
  return { part, name, unit, estimate, low: null, high: null, n, of };
}

/** The figures as lines of text in columns. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map((one) => [
    one.part,
    one.name,
    digits(one.estimate),
    one.low === null || one.high === null ? '-' : `${digits(one.low)} to ${digits(one.high)}`,
    one.unit,
    `${one.n} ${one.of}`,
  ]);
  const all = [['part', 'figure', 'value', '95 % interval', 'unit', 'n'], ...rows];
  const widths = all.reduce<number[]>((most, row) => row.map((cell, i) => Math.max(most[i] ?? 0, cell.length)), []);
  return all
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** A value as the tables show it. */
export function digits(value: number): string {
  return value >= 100 ? value.toFixed(1) : value.toFixed(3);
}
