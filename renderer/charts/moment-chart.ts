import type { ChartConfiguration, ChartDataset, Point } from 'chart.js';
import type { ValueTable } from '@core/figures/value-table';
import { patternOf } from './load-chart';
import { accentColor, textColor } from './theme-colors';
import { liveOptions } from './live-options';

/** One value at one moment; NaN breaks the line. */
export interface ChartMoment {
  readonly seconds: number;
  readonly value: number;
}

export interface MomentScale {
  readonly type: 'linear' | 'logarithmic';
  readonly min: number;
  readonly max: number;
  /** Values that are labelled. */
  readonly ticks: readonly number[];
}

export interface MomentChartTexts {
  readonly xAxis: string;
  readonly yAxis: string;
  /** Names of the lines, the first one drawn in the accent colour. */
  readonly lines: readonly string[];
}

/** A few lines over the last `seconds`, told apart by their patterns; filled in place by `fillMomentChart`. */
export function momentChart(seconds: number, scale: MomentScale, texts: MomentChartTexts): ChartConfiguration<'line'> {
  return {
    type: 'line',
    data: { datasets: texts.lines.map(line) },
    options: liveOptions({
      seconds,
      xTitle: texts.xAxis,
      yTitle: texts.yAxis,
      y: { ...scale, labels: scale.ticks },
    }),
  };
}

function line(label: string, index: number): ChartDataset<'line', Point[]> {
  return {
    label,
    data: [],
    parsing: false,
    normalized: true,
    pointRadius: 0,
    pointHitRadius: 0,
    pointBackgroundColor: 'transparent',
    pointBorderColor: 'transparent',
    borderWidth: index === 0 ? 2 : 1.25,
    borderColor: index === 0 ? accentColor : textColor,
    borderDash: [...patternOf(index)],
    tension: 0,
    spanGaps: false,
    clip: 3,
  };
}

/** Puts the points into the chart, in seconds before `newest`; values beyond the scale are drawn at its edge. */
export function fillMomentChart(
  chart: ChartConfiguration<'line'>,
  lines: readonly (readonly ChartMoment[])[],
  newest: number,
  { min, max }: Pick<MomentScale, 'min' | 'max'>,
): void {
  chart.data.datasets.forEach((dataset, index) => {
    dataset.data = (lines[index] ?? []).map(({ seconds, value }) => ({
      x: seconds - newest,
      y: Number.isNaN(value) ? Number.NaN : Math.min(max, Math.max(min, value)),
    }));
  });
}

export interface MomentTableTexts {
  readonly secondsAgo: string;
  readonly columns: readonly string[];
  readonly noSample: string;
}

/** The same points as figures: one row per moment of any line, newest last; a line without a point there is left blank. */
export function momentTable(
  lines: readonly (readonly ChartMoment[])[],
  newest: number,
  format: (value: number) => string,
  texts: MomentTableTexts,
): ValueTable {
  const rows = new Map<string, string[]>();
  const all = lines.flatMap((points, column) => points.map((point) => ({ ...point, column })));
  all.sort((a, b) => a.seconds - b.seconds);
  for (const { seconds, value, column } of all) {
    const ago = (newest - seconds).toFixed(2);
    const row = rows.get(ago) ?? texts.columns.map(() => '');
    row[column] = Number.isNaN(value) ? texts.noSample : format(value);
    rows.set(ago, row);
  }
  return {
    columns: [texts.secondsAgo, ...texts.columns],
    rows: [...rows].map(([ago, values]) => [ago, ...values]),
  };
}
