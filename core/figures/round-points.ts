import type { ConditionSummary } from '../analysis/types';
import type { SingleValue } from './figure';
import { toMs } from './looks';

/** The rounds of a condition in milliseconds, outliers and slow rounds marked, on request with the warm-up. */
export function roundPoints(summary: ConditionSummary, withWarmUp: boolean): SingleValue[] {
  const flagged = new Set([...summary.outliers, ...summary.slowRounds]);
  const points = summary.headlinesNs.map((totalNs, index): SingleValue => {
    return { value: toMs(totalNs), kind: flagged.has(index) ? 'flagged' : 'round' };
  });
  if (!withWarmUp || summary.warmUpNs === undefined) return points;
  return [{ value: toMs(summary.warmUpNs), kind: 'warm-up' }, ...points];
}
