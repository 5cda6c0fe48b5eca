import type { ActiveElement, Chart } from 'chart.js';

/**
 * The drawn points that belong to a row of the chart's table: the row counts either through all points of all datasets,
 * or through the positions of the datasets that have one for each. Where the table matches neither, no point is marked.
 */
export function elementsOfRow(chart: Chart, row: number, rows: number): ActiveElement[] {
  const datasets = chart.data.datasets.map((_, datasetIndex) => chart.getDatasetMeta(datasetIndex));
  const points = datasets.flatMap((meta) =>
    meta.data.map((element, index) => ({ element, datasetIndex: meta.index, index })),
  );
  if (points.length === rows) return points.slice(row, row + 1);
  const own = new Set(datasets.filter((meta) => meta.data.length === rows).map((meta) => meta.index));
  return points.filter((point) => own.has(point.datasetIndex) && point.index === row);
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
