import type { ActiveElement, Chart } from 'chart.js';

/**
 * The drawn points that belong to a row of the chart's table: the row counts either through all points of all datasets,
 * or through the positions that the datasets share. Where the table matches neither, no point is marked.
 */
export function elementsOfRow(chart: Chart, row: number, rows: number): ActiveElement[] {
  const datasets = chart.data.datasets.map((_, datasetIndex) => chart.getDatasetMeta(datasetIndex));
  const points = datasets.flatMap((meta) =>
    meta.data.map((element, index) => ({ element, datasetIndex: meta.index, index })),
  );
  if (points.length === rows) return points.slice(row, row + 1);
  const longest = Math.max(0, ...datasets.map((meta) => meta.data.length));
  return longest === rows ? points.filter((point) => point.index === row) : [];
}
