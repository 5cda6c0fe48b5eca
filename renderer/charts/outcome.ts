import type { Analysis, PartSummary } from '@core/analysis/types';
import type { RunRecord } from '@core/record/record';
import type { ChartContext, ChartView } from './chart-theme';
import { speedupView } from './many-cooks';
import { predictedTotals, predictionChart } from './prediction';
import { rankingChart } from './ranking';

/** True for a part whose prediction is drawn on its scaling curve. */
export function isSketched({ experiment }: ChartContext, part: string): boolean {
  return experiment.parts.some(({ id, predictBy }) => id === part && predictBy === 'curve');
}

/**
 * Where a part's prediction meets its outcome, in the way in which it was predicted: on the scaling curve, as places, or
 * as totals. A record whose prediction was skipped or made in another way (by an older program) shows its totals.
 */
export function outcomeView(
  context: ChartContext,
  record: RunRecord,
  analysis: Analysis,
  part: PartSummary,
): ChartView {
  const score = analysis.prediction?.find((one) => one.part === part.part);
  const curve = analysis.scaling?.find((one) => one.part === part.part);
  const totals = predictedTotals(record.prediction, part.part);
  if (curve && isSketched(context, part.part) && Object.keys(totals).length === 0) {
    return speedupView(context, record, curve, part);
  }
  if (score?.places) return rankingChart(context, part, score.places);
  return predictionChart(context, part.part, totals, part);
}
