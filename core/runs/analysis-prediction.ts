import { rankingScore } from '../statistics/correlation';
import { median } from '../statistics/quantile';
import { minimumRounds } from '../statistics/verdict';
import type { PartSummary, PredictionScore } from './analysis-types';
import type { Prediction } from './plan';

/** Prediction against outcome, one entry per part with two or more measured predictions; undefined if skipped. */
export function scorePrediction(
  prediction: Prediction,
  parts: readonly PartSummary[],
): readonly PredictionScore[] | undefined {
  if (prediction.status === 'skipped') return undefined;
  return parts.flatMap((part): PredictionScore[] => {
    const predicted = prediction.totalsMs[part.part] ?? {};
    const rows = part.conditions.flatMap(({ condition, total }) => {
      const predictedMs = predicted[condition];
      return predictedMs === undefined
        ? []
        : [{ condition, predictedNs: predictedMs * 1e6, measuredNs: total.estimate }];
    });
    if (rows.length < 2) return [];
    const order = measuredOrder(part);
    const ranking = rankingScore(
      rows.map((row) => row.predictedNs),
      rows.map((row) => order.get(row.condition) ?? row.measuredNs),
    );
    return [{ part: part.part, ranking, rows }];
  });
}

/**
 * A value per condition that puts them in the order the data show: its median total, but the same value for conditions
 * between which a comparison with enough rounds showed no difference. Nobody is wrong about an order that was not seen.
 */
function measuredOrder(part: PartSummary): ReadonlyMap<string, number> {
  let groups = part.conditions.map(({ condition, total }) => ({ members: [condition], totals: [total.estimate] }));
  for (const { condition, baseline, verdict, rounds } of part.verdicts) {
    const tied = verdict === 'no-difference' || (verdict === 'undecided' && rounds >= minimumRounds);
    const one = groups.find(({ members }) => members.includes(condition));
    const other = groups.find(({ members }) => members.includes(baseline));
    if (!tied || !one || !other || one === other) continue;
    const merged = { members: [...one.members, ...other.members], totals: [...one.totals, ...other.totals] };
    groups = [...groups.filter((group) => group !== one && group !== other), merged];
  }
  return new Map(
    groups.flatMap(({ members, totals }) => members.map((member): [string, number] => [member, median(totals)])),
  );
}
