import { median } from './quantile';

/** Fewest values of which a third still has a meaningful median. */
const minimumValues = 6;

/**
 * Drift of a run: median of the last third of the values over the median of the first third, in the order measured.
 * A third is a third of the number of values, rounded down. Unit: times; 1.1 means that times were 10 % longer at the
 * end than at the beginning.
 * `undefined` below 6 values, and when the first third's median is not positive, for then there is no ratio.
 * @throws RangeError if a value in one of the two thirds is not finite
 */
export function driftRatio(values: readonly number[]): number | undefined {
  if (values.length < minimumValues) {
    return undefined;
  }
  const third = Math.floor(values.length / 3);
  const begin = median(values.slice(0, third));
  const end = median(values.slice(-third));
  return begin > 0 ? end / begin : undefined;
}
