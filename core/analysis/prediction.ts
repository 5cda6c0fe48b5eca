import type { Interval } from '../statistics/bootstrap';
import { median } from '../statistics/quantile';
import type { ScalingSummary } from './scaling';
import type { PartSummary, PredictionScore } from './types';
import type { Prediction } from '../record/plan';

/**
 * Prediction against outcome, one entry per part with two or more measured predictions; undefined if skipped. A part is
 * predicted in one way: by its curve, its order, or a number for each condition.
 */
export function scorePrediction(
  prediction: Prediction,
  parts: readonly PartSummary[],
  scaling: readonly ScalingSummary[],
  minimumRounds: number,
): readonly PredictionScore[] | undefined {
  if (prediction.status === 'skipped') return undefined;
  return parts.flatMap((part): PredictionScore[] => {
    const speedups = prediction.speedups?.[part.part];
    const groups = prediction.rankings?.[part.part];
    const score = speedups
      ? byCurve(part, speedups, scaling, minimumRounds)
      : groups
        ? byPlaces(part, groups, minimumRounds)
        : byNumbers(part, prediction.totalsMs[part.part] ?? {}, minimumRounds);
    return score ? [score] : [];
  });
}

function byNumbers(
  part: PartSummary,
  predicted: Readonly<Record<string, number>>,
  minimumRounds: number,
): PredictionScore | undefined {
  const rows = part.conditions.flatMap(({ condition, headline: total }) => {
    const predictedMs = predicted[condition];
    return predictedMs === undefined ? [] : [{ condition, predictedNs: predictedMs * 1e6, measuredNs: total.estimate }];
  });
  const score = scored(
    part,
    rows.map(({ condition, predictedNs }) => [condition, predictedNs] as const),
    minimumRounds,
  );
  return score && { part: part.part, by: 'numbers', ...score, rows };
}

/** A larger speed-up is a shorter time. */
function byCurve(
  part: PartSummary,
  predicted: Readonly<Record<string, number>>,
  scaling: readonly ScalingSummary[],
  minimumRounds: number,
): PredictionScore | undefined {
  const points = scaling.find((one) => one.part === part.part)?.points ?? [];
  const curve = points.flatMap(({ condition, speedup }) => {
    const times = predicted[condition];
    return times === undefined ? [] : [{ condition, predicted: times, measured: speedup }];
  });
  const score = scored(
    part,
    curve.map((row) => [row.condition, 1 / row.predicted] as const),
    minimumRounds,
  );
  return score && { part: part.part, by: 'curve', ...score, rows: [], curve };
}

function byPlaces(
  part: PartSummary,
  groups: readonly (readonly string[])[],
  minimumRounds: number,
): PredictionScore | undefined {
  const order = measuredOrder(part);
  const places = placesOf(groups);
  const known = [...places].filter(([condition]) => order.has(condition));
  const score = scored(part, known, minimumRounds);
  const valueOf = (condition: string): number => order.get(condition) ?? 0;
  return (
    score && {
      part: part.part,
      by: 'ranking',
      ...score,
      rows: [],
      places: known.map(([condition, predicted]) => ({
        condition,
        predicted,
        measured: 1 + known.filter(([other]) => valueOf(other) < valueOf(condition)).length,
      })),
    }
  );
}

/** Place of each condition from 1; those of a group share one, and the next group's place counts them all. */
export function placesOf(groups: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  return new Map(
    groups.flatMap((group, index) => {
      const before = groups.slice(0, index).reduce((sum, one) => sum + one.length, 0);
      return group.map((condition): [string, number] => [condition, before + 1]);
    }),
  );
}

/**
 * Pairs that the run told apart, and the share of them in the right order; none with fewer rounds than a verdict needs, or
 * where something disturbed the part while nothing ran.
 * Undefined for fewer than two conditions.
 */
function scored(
  part: PartSummary,
  predicted: readonly (readonly [condition: string, value: number])[],
  minimumRounds: number,
): Pick<PredictionScore, 'ranking' | 'pairs'> | undefined {
  if (predicted.length < 2) return undefined;
  const isJudged = part.control?.holds ?? true;
  if (!isJudged || part.conditions.some(({ headline: total }) => total.n < minimumRounds))
    return { ranking: 0, pairs: 0 };
  const medians = measuredOrder(part);
  let right = 0;
  let pairs = 0;
  for (const [index, [one, value]] of predicted.entries()) {
    for (const [other, otherValue] of predicted.slice(index + 1)) {
      const order = seenOrder(part, medians, one, other);
      if (order === 0) continue;
      pairs += 1;
      // A pair predicted as equal has sign 0, which is neither order.
      if (Math.sign(value - otherValue) === order) right += 1;
    }
  }
  return { ranking: pairs === 0 ? 0 : right / pairs, pairs };
}

/**
 * The order of two conditions as the run shows it: -1 if the first took less time, 1 if more, 0 if the run cannot tell. A
 * comparison of the two decides. Two that are not compared are told apart only if no third one is tied with both and the
 * intervals of their totals do not overlap, which is stricter than a comparison round by round.
 */
function seenOrder(part: PartSummary, medians: ReadonlyMap<string, number>, one: string, other: string): -1 | 0 | 1 {
  for (const { condition, baseline, verdict } of part.verdicts) {
    if (![one, other].includes(condition) || ![one, other].includes(baseline) || condition === baseline) continue;
    if (verdict !== 'faster' && verdict !== 'slower') return 0;
    return (verdict === 'faster') === (condition === one) ? -1 : 1;
  }
  if (medians.get(one) === medians.get(other)) return 0;
  const totalOf = (id: string): Interval | undefined =>
    part.conditions.find(({ condition }) => condition === id)?.headline;
  const [first, second] = [totalOf(one), totalOf(other)];
  if (!first || !second) return 0;
  if (first.high < second.low) return -1;
  return second.high < first.low ? 1 : 0;
}

/**
 * A value per condition that puts them in the order the data show: its median total, but the same value for conditions
 * between which no comparison showed a difference: nobody is right or wrong about an order that was not seen.
 */
function measuredOrder(part: PartSummary): ReadonlyMap<string, number> {
  let groups = part.conditions.map(({ condition, headline: total }) => ({
    members: [condition],
    totals: [total.estimate],
  }));
  for (const { condition, baseline, verdict } of part.verdicts) {
    const tied = verdict === 'no-difference' || verdict === 'too-noisy' || verdict === 'undecided';
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
