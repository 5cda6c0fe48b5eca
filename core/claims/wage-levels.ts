import type { Interval } from '../statistics/bootstrap';
import { wagesOf } from '../analysis/wages';
import type { UnsealedRecord } from '../record/record';
import type { MeasuredLevel } from './claim-types';

/** What hired workers must cost at least, or the lab calls them free: 1 ms to hire all, 1 MB of memory for each. */
export const leastWages = { hiring: 1e6, memory: 1e6 } as const;

/**
 * Hirings below which nothing is decided: the interval is then the whole range, which covers the median in 94 % of cases
 * (exact binomial: 1 - 2 * 0.5^5).
 */
export const fewestHirings = 5;

/** The part that wages are given under: they belong to a whole run, not to one of its parts. */
export const wagesPart = 'wages';

/** What the hired workers of each condition cost, against the least that counts as wages. Empty where nobody is hired. */
export function wageLevels(record: UnsealedRecord): MeasuredLevel[] {
  return record.definition.conditions.flatMap((condition) => {
    const wages = wagesOf(record, condition);
    if (!wages) return [];
    const { hiring, memoryPerWorkerBytes } = wages;
    const memory = memoryPerWorkerBytes ? [levelOf(condition.id, 'memory', memoryPerWorkerBytes)] : [];
    return [levelOf(condition.id, 'hiring', hiring), ...memory];
  });
}

function levelOf(condition: string, measure: keyof typeof leastWages, interval: Interval): MeasuredLevel {
  const { estimate, low, high, n } = interval;
  const threshold = leastWages[measure];
  const side = low > threshold ? 'above' : high < threshold ? 'below' : 'undecided';
  return {
    part: wagesPart,
    condition,
    measure,
    threshold,
    value: { estimate, low, high },
    rounds: n,
    verdict: n < fewestHirings ? 'undecided' : side,
  };
}
