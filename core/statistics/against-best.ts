import { elementAt } from './element-at';
import { rankCoverage } from './order-statistics';
import { medianOfSorted } from './quantile';
import { logRatios } from './ratio';
import { sortSamples } from './sorted-samples';

/** time(candidate) / time(best), 1 or more; the ends hold together for all candidates. */
export interface Loss {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** time(one) / time(other); above 1 the other one is faster. */
export interface Gain {
  readonly low: number;
  readonly high: number;
}

/** Several candidates against the best of them, which nobody knows. Lists are in the order of the candidates. */
export interface AgainstBest {
  readonly losses: readonly Loss[];
  /** False for a candidate that is slower than another one, whatever chance did. At least one is true. */
  readonly mayBeBest: readonly boolean[];
  /** Bounds of how much faster the second is than the first; they hold together with the losses. */
  readonly gain: (from: number, to: number) => Gain;
  /** Rounds behind every comparison. */
  readonly n: number;
  /** Comparisons that were adjusted for: one for each candidate but the best. */
  readonly comparisons: number;
  /** Least probability with which everything said is true together. With few rounds it is below what was asked for. */
  readonly confidence: number;
}

/**
 * Multiple comparisons with the best, without assuming a distribution.
 *
 * Whoever is the true best, its comparisons with the other k - 1 are true together with at least the confidence asked for if each
 * interval misses in at most a (k - 1)-th of the rest (Bonferroni). As nobody knows who it is, a statement is kept only if it
 * holds for every candidate that may be the best: one that no other beats by its whole interval. This is the construction of
 * D. G. Edwards and J. C. Hsu, "Multiple Comparisons with the Best Treatment", Journal of the American Statistical Association 78,
 * 1983, pages 965-971 (see also Hsu, Multiple Comparisons, 1996, chapter 4), with intervals of paired log ratios between order
 * statistics in place of normal ones: rounds are paired, times are skewed. The set of those that may be the best is that of S. S.
 * Gupta's subset selection (Technometrics 7, 1965).
 *
 * A gain of one over another goes through the best, so that it needs no comparison of its own: log ratios are taken to add up, as
 * medians do where the noise of the log times is alike and symmetric.
 * @param times one list for each candidate, one value for each round in the same order, any unit, all positive
 * @param atLeast confidence asked for, between 0 and 1
 * @throws RangeError if there is no candidate, the confidence is out of range, and as `logRatios`
 */
export function againstBest(times: readonly (readonly number[])[], atLeast = 0.95): AgainstBest {
  const k = times.length;
  const n = elementAt(times, 0).length;
  const comparisons = k - 1;
  const rank = strictRank(n, comparisons === 0 ? atLeast : 1 - (1 - atLeast) / comparisons);
  const pairs = times.map((own) =>
    times.map((other): Loss => {
      const sorted = sortSamples(logRatios(own, other));
      return { estimate: medianOfSorted(sorted), low: elementAt(sorted, rank - 1), high: elementAt(sorted, n - rank) };
    }),
  );
  /** log time(i) / time(j). */
  const pair = (i: number, j: number): Loss => elementAt(elementAt(pairs, i), j);
  const all = times.map((_, index) => index);
  const unbeaten = all.filter((i) => all.every((j) => j === i || pair(j, i).high >= 0));
  // Medians of three may beat each other in a circle: then nothing is known about who is best.
  const best = unbeaten.length > 0 ? unbeaten : all;
  const sum = (i: number): number => all.reduce((total, j) => total + pair(i, j).estimate, 0);
  const likely = best.reduce((first, next) => (sum(next) < sum(first) ? next : first));

  /** Bounds of a candidate's loss if this one is the best: then it is not below 0. */
  const lossTo = (candidate: number, assumed: number): { readonly low: number; readonly high: number } => {
    if (candidate === assumed) return { low: 0, high: 0 };
    const { low, high } = pair(candidate, assumed);
    return { low: Math.max(0, low), high: Math.max(0, high) };
  };

  return {
    losses: all.map((candidate) => {
      const bounds = best.map((assumed) => lossTo(candidate, assumed));
      const low = Math.min(...bounds.map((one) => one.low));
      const high = Math.max(...bounds.map((one) => one.high));
      const estimate = Math.min(high, Math.max(low, pair(candidate, likely).estimate));
      return { estimate: Math.exp(estimate), low: Math.exp(low), high: Math.exp(high) };
    }),
    mayBeBest: all.map((candidate) => best.includes(candidate)),
    gain(from, to) {
      const bounds = best.map((assumed) => ({ from: lossTo(from, assumed), to: lossTo(to, assumed) }));
      return {
        low: Math.exp(Math.min(...bounds.map((one) => one.from.low - one.to.high))),
        high: Math.exp(Math.max(...bounds.map((one) => one.from.high - one.to.low))),
      };
    },
    n,
    comparisons,
    confidence: Math.max(0, 1 - comparisons * (1 - rankCoverage(n, rank))),
  };
}

/** The largest rank with which the interval of a median of n covers at least so much; 1, its whole range, if none does. */
function strictRank(n: number, atLeast: number): number {
  if (!(atLeast > 0 && atLeast < 1)) {
    throw new RangeError(`Confidence lies between 0 and 1, both excluded, got ${atLeast}`);
  }
  let rank = 1;
  while (rank + 1 <= n / 2 && rankCoverage(n, rank + 1) >= atLeast) rank += 1;
  return rank;
}
