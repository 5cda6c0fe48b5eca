import { medianOrderInterval } from './order-statistics';
import { medianOfSorted, quantile } from './quantile';
import type { Random } from './random';
import { createResampler } from './resample';
import { step } from './step';
import { sortSamples, type SortedSamples } from './sorted-samples';

/** An estimate with the range the data leave open. Unit: that of the statistic. */
export interface Interval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** Number of samples behind the estimate. Below 2 the interval is a point and says nothing about uncertainty. */
  readonly n: number;
  /**
   * Of an interval between order statistics its exact coverage; of a bootstrap interval the intended one, e.g. 0.95, which with
   * few samples is more than the true one.
   */
  readonly confidence: number;
}

/** A number computed from samples in ascending order. It must not keep the list, which is used again. */
export type Statistic = (sample: SortedSamples) => number;

/**
 * What may be chosen: number of resamples (2,000 unless given), confidence (0.95 unless given), and for medians and ratios the
 * method: percentile bootstrap unless it is named `order-statistics`.
 */
export interface BootstrapOptions {
  readonly method?: string;
  readonly resamples?: number;
  readonly confidence?: number;
}

const defaults: Required<Omit<BootstrapOptions, 'method'>> = { resamples: 2000, confidence: 0.95 };

/**
 * Percentile bootstrap interval of a statistic (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter
 * 13): type 7 quantiles of the statistic over resamples drawn with replacement. Unit: that of the statistic.
 * One sample, or all samples equal: the interval is the point. For 7 samples and the median it runs from the second
 * smallest to the second largest sample, which covers the true median in 87.5 % of cases, not 95 %: verdicts therefore
 * lean on the noise floor as well.
 * @throws RangeError if there is no sample, a sample or a statistic is not finite, or an option is out of range
 */
export function bootstrapInterval(
  values: readonly number[],
  statistic: Statistic,
  { random, ...options }: BootstrapOptions & { readonly random: Random },
): Interval {
  const resample = createResampler(values, random);
  const estimate = statistic(sortSamples(values));
  return percentileInterval(estimate, values.length, () => statistic(resample()), options);
}

/** Name of the method by which a median's interval lies between two of its samples. */
export const orderStatistics = 'order-statistics';

/**
 * Median with its interval: percentile bootstrap, or between order statistics where the options name that method. Unit: that of
 * the samples.
 * @throws RangeError as `bootstrapInterval` and `medianOrderInterval`
 */
export function medianInterval(values: readonly number[], random: Random, options: BootstrapOptions = {}): Interval {
  if (options.method === orderStatistics) return medianOrderInterval(values, options.confidence ?? defaults.confidence);
  return bootstrapInterval(values, medianOfSorted, { ...options, random });
}

/**
 * Median of `a` plus median of `b`, for two quantities measured independently of each other (such as hiring and the
 * course itself), with a percentile bootstrap interval that resamples each on its own. Both in the same unit.
 * `n` is the smaller of the two numbers of samples: with a single sample on one side the interval holds the other
 * side's spread alone, and n = 1 says so.
 * @throws RangeError as `bootstrapInterval`
 */
export function independentSumInterval(
  a: readonly number[],
  b: readonly number[],
  random: Random,
  options: BootstrapOptions = {},
): Interval {
  const resampleA = createResampler(a, random);
  const resampleB = createResampler(b, random);
  const estimate = medianOfSorted(sortSamples(a)) + medianOfSorted(sortSamples(b));
  const replicate = () => medianOfSorted(resampleA()) + medianOfSorted(resampleB());
  return percentileInterval(estimate, Math.min(a.length, b.length), replicate, options);
}

function percentileInterval(estimate: number, n: number, replicate: () => number, options: BootstrapOptions): Interval {
  const { resamples, confidence } = { ...defaults, ...options };
  if (!Number.isInteger(resamples) || resamples < 1) {
    throw new RangeError(`Need a whole number of resamples, at least 1, got ${resamples}`);
  }
  if (!(confidence > 0 && confidence < 1)) {
    throw new RangeError(`Confidence lies between 0 and 1, both excluded, got ${confidence}`);
  }
  step();
  const replicates = sortSamples(Array.from({ length: resamples }, replicate));
  const tail = (1 - confidence) / 2;
  return { estimate, low: quantile(replicates, tail), high: quantile(replicates, 1 - tail), n, confidence };
}
