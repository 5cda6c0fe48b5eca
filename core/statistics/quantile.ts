import { elementAt } from './element-at';
import { sortSamples, type SortedSamples } from './sorted-samples';

/**
 * Quantile by linear interpolation between order statistics: type 7 of Hyndman and Fan, "Sample Quantiles in
 * Statistical Packages", The American Statistician 50 (1996), the default of R and NumPy.
 * Unit: that of the samples. For a single sample every quantile is that sample; q = 0 and 1 are the extremes.
 * @throws RangeError if q lies outside 0..1
 */
export function quantile(sorted: SortedSamples, q: number): number {
  if (!(q >= 0 && q <= 1)) {
    throw new RangeError(`A quantile lies between 0 and 1, got ${q}`);
  }
  const position = (sorted.length - 1) * q;
  const below = Math.floor(position);
  const lower = elementAt(sorted, below);
  const fraction = position - below;
  // Returned as it is when nothing is interpolated: at q = 1 there is no neighbour above.
  return fraction === 0 ? lower : lower + fraction * (elementAt(sorted, below + 1) - lower);
}

/**
 * Median: the middle sample, or the mean of the two in the middle (type 7 quantile at 0.5).
 * Unit: that of the samples, which need not be sorted.
 * @throws RangeError if there is no sample, or one that is not finite
 */
export function median(values: readonly number[]): number {
  return medianOfSorted(sortSamples(values));
}

/** Median of samples that are in order already: the same estimator as `median` without the sorting. */
export function medianOfSorted(sorted: SortedSamples): number {
  return quantile(sorted, 0.5);
}
