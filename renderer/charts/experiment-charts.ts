import type { Analysis } from '@core/runs/analysis-types';
import type { RunRecord } from '@core/runs/record';
import { breakEvenCharts } from './break-even';
import type { ChartContext, ChartView } from './chart-theme';
import { passingDataCharts } from './passing-data';

/**
 * Charts made for one experiment: what its question asks for, at the head of its results. They come from the same record
 * and analysis as the charts that all experiments share.
 */
export type ChartMaker = (context: ChartContext, record: RunRecord, analysis: Analysis) => readonly ChartView[];

/** By experiment. An experiment that is not here has the shared charts alone. */
const makers: Readonly<Record<string, ChartMaker>> = {
  'break-even': breakEvenCharts,
  'passing-data': passingDataCharts,
};

/** The charts made for the experiment of a record; none if it has none of its own, or nothing was measured. */
export function experimentCharts(context: ChartContext, record: RunRecord, analysis: Analysis): readonly ChartView[] {
  if (analysis.parts.every(({ conditions }) => conditions.length === 0)) return [];
  return makers[context.experiment.id]?.(context, record, analysis) ?? [];
}
