import type { ChartConfiguration } from 'chart.js';
import type { ChartableFigure } from '@core/figures/figure';
import type { ValueTable } from '@core/figures/value-table';
import { curvesChart, curvesHeight } from './curves';
import { planeChart, planeHeight } from './plane';
import { rowsChart, rowsHeight } from './rows';

/** Everything that `ChartFigure` shows. */
export interface ChartView {
  readonly config: ChartConfiguration;
  readonly table: ValueTable;
  readonly title: string;
  readonly caption: string;
  /** File name without extension. */
  readonly name: string;
  /** Height of the drawing in px. */
  readonly height: number;
}

/** A figure as the window shows it. */
export function chartOf(figure: ChartableFigure): ChartView {
  const { table, title, caption, name } = figure;
  return { ...painted(figure), table, title, caption, name };
}

function painted(figure: ChartableFigure): Pick<ChartView, 'config' | 'height'> {
  switch (figure.kind) {
    case 'rows':
      return { config: rowsChart(figure), height: rowsHeight(figure) };
    case 'curves':
      return { config: curvesChart(figure), height: curvesHeight };
    case 'plane':
      return { config: planeChart(figure), height: planeHeight };
  }
}
