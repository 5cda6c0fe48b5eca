import type { Analysis } from './analysis-types';

/** Pairs of conditions that a prediction put in the right order, and how many pairs it put in order at all. */
export interface PairScore {
  readonly right: number;
  readonly pairs: number;
}

/**
 * Pairs of conditions that were put in the right order, over all parts (a pair whose order the data do not show counts as
 * right); undefined if the prediction was skipped or nothing of it was measured.
 */
export function scoreOf(analysis: Pick<Analysis, 'prediction'> | undefined): PairScore | undefined {
  const parts = (analysis?.prediction ?? []).map(({ ranking, pairs }) => {
    return { right: Math.round(ranking * pairs), pairs };
  });
  const pairs = parts.reduce((sum, part) => sum + part.pairs, 0);
  return pairs === 0 ? undefined : { right: parts.reduce((sum, part) => sum + part.right, 0), pairs };
}
