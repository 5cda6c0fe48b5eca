import type { ChartConfiguration, ChartDataset, Point } from 'chart.js';
import type { ValueTable } from '@core/figures/value-table';
import type { LoadPoint } from './load-series';
import { accentColor, textColor } from './theme-colors';
import { liveOptions } from './live-options';

/** Texts of the load chart; a chart file knows no catalogue. */
export interface LoadChartTexts {
  readonly xAxis: string;
  readonly yAxis: string;
  readonly total: string;
  readonly core: (core: number) => string;
}

/** With more cores than this their lines would hide each other: a heat strip shows them instead. */
export const mostLines = 16;
/** Line patterns by which cores are told apart; the key beside the chart draws the same. */
export const corePatterns: readonly (readonly number[])[] = [[], [5, 3], [1.5, 2.5], [8, 3, 1.5, 3]];

export function patternOf(core: number): readonly number[] {
  return corePatterns[core % corePatterns.length] ?? [];
}

/**
 * Load of the machine over the last `seconds`: a thin line per core (100 % is one core) and a thick one for the total
 * (100 % is all of them). Datasets are filled in place by `fillLoadChart`; the total is the last.
 */
export function loadChart(cores: number, seconds: number, texts: LoadChartTexts): ChartConfiguration<'line'> {
  const lines = cores > mostLines ? 0 : cores;
  const total: ChartDataset<'line', Point[]> = {
    ...lineBasics,
    label: texts.total,
    data: [],
    borderWidth: 2.25,
    borderColor: accentColor,
    // Drawn over the cores' lines.
    order: -1,
    backgroundColor: () => `${accentColor()}26`,
    fill: lines === 0 ? 'origin' : false,
  };
  return {
    type: 'line',
    data: { datasets: [...Array.from({ length: lines }, (_, core) => coreLine(texts.core(core + 1), core)), total] },
    options: liveOptions({ seconds, xTitle: texts.xAxis, yTitle: texts.yAxis, y: percentAxis }),
  };
}

const percentAxis = { type: 'linear', min: 0, max: 100, labels: [0, 25, 50, 75, 100] } as const;

const lineBasics = {
  parsing: false,
  normalized: true,
  pointRadius: 0,
  pointHitRadius: 0,
  // Points take their colours from the line unless told otherwise: a colour that is a function would then be asked for
  // every point of every line at every drawing, 30 ms for 16 cores.
  pointBackgroundColor: 'transparent',
  pointBorderColor: 'transparent',
  tension: 0,
  spanGaps: false,
  // A line at 100 % is drawn in full, not cut in half by the edge of the plot.
  clip: 3,
} as const;

/** Text colour, a little see-through: many lines must not outweigh the total. */
function coreColor(): string {
  return `${textColor()}b3`;
}

function coreLine(label: string, core: number): ChartDataset<'line', Point[]> {
  return { ...lineBasics, label, data: [], borderWidth: 1, borderColor: coreColor, borderDash: [...patternOf(core)] };
}

/** Puts the points into the chart's datasets, in seconds before the newest one and in percent. */
export function fillLoadChart(chart: ChartConfiguration<'line'>, points: readonly LoadPoint[]): void {
  const newest = points.at(-1)?.seconds ?? 0;
  const { datasets } = chart.data;
  datasets.forEach(({ data }, index) => {
    const isTotal = index === datasets.length - 1;
    // The points there are changed in place: new ones for every line 4 times a second would be thousands of objects.
    if (data.length > points.length) data.length = points.length;
    points.forEach((point, at) => {
      const x = point.seconds - newest;
      const y = 100 * (isTotal ? point.total : (point.perCore[index] ?? Number.NaN));
      const old = data[at];
      if (typeof old === 'object' && old !== null) Object.assign(old, { x, y });
      else data.push({ x, y });
    });
  });
}

export interface LoadTableTexts {
  readonly secondsAgo: string;
  readonly total: string;
  readonly core: (core: number) => string;
  readonly noSample: string;
}

/** The same points as figures, newest last: seconds with two decimals, percent with one. */
export function loadTable(points: readonly LoadPoint[], cores: number, texts: LoadTableTexts): ValueTable {
  const newest = points.at(-1)?.seconds ?? 0;
  const percent = (share: number | undefined): string =>
    share === undefined || Number.isNaN(share) ? texts.noSample : (100 * share).toFixed(1);
  const columns = Array.from({ length: cores }, (_, core) => texts.core(core + 1));
  return {
    columns: [texts.secondsAgo, texts.total, ...columns],
    rows: points.map((point) => [
      (newest - point.seconds).toFixed(2),
      percent(point.total),
      ...columns.map((_, core) => percent(point.perCore[core])),
    ]),
  };
}
