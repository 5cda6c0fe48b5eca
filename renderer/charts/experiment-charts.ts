import type { Analysis } from '@core/analysis/types';
import type { RunRecord } from '@core/record/record';
import { blockedIsNotBusyCharts } from './blocked-is-not-busy';
import { breakEvenCharts } from './break-even';
import type { ChartContext, ChartView } from './chart-theme';
import { framesCharts } from './freeze-the-window';
import { manyCooksCharts } from './many-cooks';
import { manyLinesCharts } from './many-lines';
import { passingDataCharts } from './passing-data';
import { sharingTheLoopCharts } from './sharing-the-loop';

/**
 * Charts made for one experiment: what its question asks for, at the head of its results. They come from the same record
 * and analysis as the charts that all experiments share.
 */
export type ChartMaker = (context: ChartContext, record: RunRecord, analysis: Analysis) => readonly ChartView[];

/** By experiment. An experiment that is not here has the shared charts alone. */
const makers: Readonly<Record<string, ChartMaker>> = {
  'freeze-the-window': framesCharts,
  'break-even': breakEvenCharts,
  'hidden-helpers': manyLinesCharts,
  'many-cooks': manyCooksCharts,
  'waiting-for-io': manyLinesCharts,
  'blocked-is-not-busy': blockedIsNotBusyCharts,
  'sharing-the-loop': sharingTheLoopCharts,
  'passing-data': passingDataCharts,
};

/** The charts made for the experiment of a record; none if it has none of its own, or nothing was measured. */
export function experimentCharts(context: ChartContext, record: RunRecord, analysis: Analysis): readonly ChartView[] {
  if (analysis.parts.every(({ conditions }) => conditions.length === 0)) return [];
  return makers[context.experiment.id]?.(context, record, analysis) ?? [];
}
