import { elementAt } from './element-at';
import type { Random } from './random';
import { asSortedSamples, sortSamples, type SortedSamples } from './sorted-samples';

/**
 * Returns a function that draws as many samples as given, with replacement, and hands them over in ascending order.
 * Unit: that of the samples. Every call fills the same list again, so a result must not be kept past the next call.
 *
 * The order costs no sorting: the samples are ranked once, and a draw only counts how often each rank was hit.
 * Drawing by original index, not by rank, makes negated samples give exactly negated resamples for the same seed, which
 * is why a ratio interval turns into its inverse when the two conditions change places.
 * @throws RangeError if there is no sample, or one that is not finite
 */
export function createResampler(values: readonly number[], random: Random): () => SortedSamples {
  const sorted = sortSamples(values);
  const size = sorted.length;
  const ascending = values.map((_, index) => index).sort((a, b) => elementAt(values, a) - elementAt(values, b));
  const rankOf = new Uint32Array(size);
  ascending.forEach((index, rank) => {
    rankOf[index] = rank;
  });
  const hits = new Uint32Array(size);
  const resample = [...sorted];

  // The innermost loop of every analysis. Its indices are below `size` by construction, hence assertions, not checks.
  return () => {
    hits.fill(0);
    for (let draw = 0; draw < size; draw += 1) {
      const rank = rankOf[random.integer(size)] as number;
      hits[rank] = (hits[rank] as number) + 1;
    }
    let filled = 0;
    for (let rank = 0; rank < size; rank += 1) {
      for (let left = hits[rank] as number; left > 0; left -= 1) {
        resample[filled] = sorted[rank] as number;
        filled += 1;
      }
    }
    return asSortedSamples(resample);
  };
}
