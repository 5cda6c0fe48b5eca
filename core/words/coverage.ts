import type { Analysis } from '../analysis/types';
import { orderStatistics } from '../statistics/bootstrap';
import { bootstrapMedianCoverage, medianRank, rankCoverage } from '../statistics/order-statistics';
import { translate, type TextValues } from '../texts/translate';

type Method = Analysis['method'];

/**
 * How often an interval of the median of so many samples holds the true median, 0..1, by the method of the record: exact where
 * it lies between order statistics, close where it is a bootstrap.
 */
export function coverageOf(n: number, { interval, confidence }: Pick<Method, 'interval' | 'confidence'>): number {
  return interval === orderStatistics
    ? rankCoverage(n, medianRank(n, confidence))
    : bootstrapMedianCoverage(n, confidence);
}

/** The share as it is written, e.g. `87.5 %` or `87.5 to 96.5 %`; undefined where no number of samples has an interval. */
export function coverageShare(
  samples: readonly number[],
  method: Pick<Method, 'interval' | 'confidence'>,
): string | undefined {
  const shares = samples.filter((n) => n > 1).map((n) => coverageOf(n, method));
  if (shares.length === 0) return undefined;
  const [low, high] = [Math.min(...shares), Math.max(...shares)].map((share) => (share * 100).toFixed(1));
  return translate(`results.coverage.${low === high ? 'one' : 'range'}`, { low: low ?? '', high: high ?? '' });
}

/** What goes on behind "Brackets hold the interval of the median": how often such intervals hold the true value. */
export function coverageInWords(samples: readonly number[], method: Pick<Method, 'interval' | 'confidence'>): string {
  const share = coverageShare(samples, method);
  if (share === undefined) return '';
  return translate(`results.coverage.${methodKey(method)}`, { share, intended: intendedShare(method) });
}

/** Values for the sentence on how intervals are made. */
export function coverageValues(
  samples: readonly number[],
  method: Pick<Method, 'interval' | 'confidence'>,
): TextValues {
  return { share: coverageShare(samples, method) ?? '–', confidence: method.confidence * 100 };
}

/** Under which of the two texts a method is described. */
export function methodKey({ interval }: Pick<Method, 'interval'>): 'exact' | 'bootstrap' {
  return interval === orderStatistics ? 'exact' : 'bootstrap';
}

function intendedShare({ confidence }: Pick<Method, 'confidence'>): string {
  return translate('results.coverage.one', { low: confidence * 100 });
}
