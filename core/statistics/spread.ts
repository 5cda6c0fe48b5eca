import { median, quantile } from './quantile';
import { sortSamples } from './sorted-samples';

/**
 * Times the raw median absolute deviation, this estimates the standard deviation of normally distributed samples:
 * 1 / (the 0.75 quantile of the standard normal distribution). R's `mad` applies it by default (as 1.4826), we do not.
 */
export const normalDeviationPerMad = 1.482602218505602;

/** Values outside these two are called outliers. Unit: that of the samples. */
export interface Fences {
  readonly low: number;
  readonly high: number;
}

/**
 * Median absolute deviation from the median, raw: not scaled by `normalDeviationPerMad`.
 * Unit: that of the samples. Zero for one sample, and whenever more than half of the samples are equal.
 * @throws RangeError if there is no sample, or one that is not finite
 */
export function medianAbsoluteDeviation(values: readonly number[]): number {
  const centre = median(values);
  return median(values.map((value) => Math.abs(value - centre)));
}

/**
 * Tukey's inner fences (Exploratory Data Analysis, 1977): 1.5 interquartile ranges outside the quartiles, which are
 * type 7 quantiles here (Tukey used hinges). Unit: that of the samples. All samples equal: both fences are that value.
 * @throws RangeError if there is no sample, or one that is not finite
 */
export function tukeyFences(values: readonly number[]): Fences {
  const sorted = sortSamples(values);
  const lowerQuartile = quantile(sorted, 0.25);
  const upperQuartile = quantile(sorted, 0.75);
  const reach = 1.5 * (upperQuartile - lowerQuartile);
  return { low: lowerQuartile - reach, high: upperQuartile + reach };
}

/**
 * Indices, ascending, of the samples strictly outside Tukey's fences, to be flagged. Outliers are never removed: every
 * other statistic takes all samples. With fewer than four samples none can lie outside.
 * @throws RangeError if there is no sample, or one that is not finite
 */
export function outlierIndices(values: readonly number[]): number[] {
  const { low, high } = tukeyFences(values);
  return values.flatMap((value, index) => (value < low || value > high ? [index] : []));
}
