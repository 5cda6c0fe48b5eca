declare const sortedMark: unique symbol;

/** At least one finite number, in ascending order. Only `sortSamples` (and the resampler built on it) makes one. */
export type SortedSamples = readonly [number, ...number[]] & { readonly [sortedMark]: true };

/**
 * Sorted copy of the samples; the given list is left as it is. Unit: that of the samples.
 * @throws RangeError if there is no sample, or one that is not finite: a missing time must be left out by the caller,
 * who knows why it is missing, and not be sorted to one end here
 */
export function sortSamples(values: readonly number[]): SortedSamples {
  if (values.length === 0) {
    throw new RangeError('At least one sample is needed');
  }
  const unusable = values.find((value) => !Number.isFinite(value));
  if (unusable !== undefined) {
    throw new RangeError(`Samples must be finite numbers, got ${unusable}`);
  }
  return asSortedSamples([...values].sort((a, b) => a - b));
}

/** Marks a list as sorted without looking at it: only for code that has just put it in order itself. */
export function asSortedSamples(values: readonly number[]): SortedSamples {
  return values as unknown as SortedSamples;
}
