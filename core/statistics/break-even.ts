import type { BootstrapOptions, Interval } from './bootstrap';
import { elementAt } from './element-at';
import { bootstrapRounds } from './least-squares-rounds';
import { median } from './quantile';
import type { Random } from './random';

/** Why there is no break-even among the measured sizes. */
export type NoBreakEvenReason = 'always-slower' | 'always-faster' | 'slower-again';

export interface BreakEvenFound {
  /** The size, in the unit of the sizes given. */
  readonly size: Interval;
  /** The interval would go on below the smallest size, or above the largest: that end says "or beyond". */
  readonly openBelow: boolean;
  readonly openAbove: boolean;
  /** How often the curve of medians changes side. More than once: noise, or a curve that is not a simple one. */
  readonly crossings: number;
}

export interface BreakEvenMissing {
  readonly size: undefined;
  /**
   * `always-slower` and `always-faster` (or equal) hold for all measured sizes; `slower-again`: faster at some sizes, but slower at
   * the largest, so that no size can be named from which on it is faster.
   */
  readonly reason: NoBreakEvenReason;
}

export type BreakEven = BreakEvenFound | BreakEvenMissing;

/**
 * The task size from which on a way of running is faster than its baseline up to the largest size measured: the last
 * place where the median log ratio falls to 0, by linear interpolation between neighbouring sizes on a logarithmic scale
 * of size. The interval is a percentile bootstrap over whole rounds; a resample without such a place counts as one at
 * the end of the measured range where it must lie (beyond the largest size unless it is faster at all of them), and the
 * interval is marked open there.
 * @param sizes task sizes, positive, ascending, any unit
 * @param logRatios for each size, by round: log of time / time of the baseline, above 0 where it is slower
 * @throws RangeError if there are fewer than two sizes, they are not positive and ascending, a log ratio is not finite,
 * a size lacks a round, and as `bootstrapRounds`
 */
export function breakEven(
  sizes: readonly number[],
  logRatios: readonly (readonly number[])[],
  random: Random,
  options: BootstrapOptions = {},
): BreakEven {
  const logSizes = logsOfAscending(sizes);
  if (logRatios.length !== sizes.length) {
    throw new RangeError(`Need log ratios for each of ${sizes.length} sizes, got ${logRatios.length}`);
  }
  const medians = logRatios.map(median);
  const reason = reasonAgainst(medians);
  if (reason !== undefined) {
    return { size: undefined, reason };
  }
  const smallest = elementAt(logSizes, 0);
  const largest = elementAt(logSizes, logSizes.length - 1);
  const evaluate = (curve: readonly number[]) => {
    const missing = reasonAgainst(curve);
    if (missing === undefined) {
      return [lastCrossing(logSizes, curve), 0, 0];
    }
    return missing === 'always-faster' ? [smallest, 1, 0] : [largest, 0, 1];
  };
  const intervals = bootstrapRounds(logRatios, evaluate, random, options);
  const logSize = elementAt(intervals, 0);
  return {
    size: {
      ...logSize,
      estimate: Math.exp(logSize.estimate),
      low: Math.exp(logSize.low),
      high: Math.exp(logSize.high),
    },
    // An end is open if more resamples than its tail holds have no crossing on that side.
    openBelow: elementAt(intervals, 1).high > 0,
    openAbove: elementAt(intervals, 2).high > 0,
    crossings: countCrossings(medians),
  };
}

function reasonAgainst(curve: readonly number[]): NoBreakEvenReason | undefined {
  if (curve.every((ratio) => ratio <= 0)) {
    return 'always-faster';
  }
  if (curve.every((ratio) => ratio > 0)) {
    return 'always-slower';
  }
  return elementAt(curve, curve.length - 1) > 0 ? 'slower-again' : undefined;
}

/** Called for curves that end at or below 0 and are above it somewhere, so that there is a last place above. */
function lastCrossing(logSizes: readonly number[], curve: readonly number[]): number {
  const left = curve.findLastIndex((ratio) => ratio > 0);
  const above = elementAt(curve, left);
  const below = elementAt(curve, left + 1);
  const from = elementAt(logSizes, left);
  return from + (above / (above - below)) * (elementAt(logSizes, left + 1) - from);
}

function countCrossings(curve: readonly number[]): number {
  return curve.filter((ratio, index) => index > 0 && ratio > 0 !== elementAt(curve, index - 1) > 0).length;
}

function logsOfAscending(sizes: readonly number[]): number[] {
  if (sizes.length < 2) {
    throw new RangeError(`A break-even needs at least two sizes, got ${sizes.length}`);
  }
  sizes.forEach((size, index) => {
    if (!(size > (index === 0 ? 0 : elementAt(sizes, index - 1)) && Number.isFinite(size))) {
      throw new RangeError(`Sizes are positive and ascending, got ${size} at place ${index}`);
    }
  });
  return sizes.map(Math.log);
}
