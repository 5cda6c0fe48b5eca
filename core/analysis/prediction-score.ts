import type { Analysis } from './types';

/** Pairs of conditions that a prediction put in the right order, and how many pairs count: those the run told apart. */
export interface PairScore {
  readonly right: number;
  readonly pairs: number;
}

/**
 * Pairs of conditions that the run told apart, and those of them that were put in the right order, over all parts;
 * undefined if the prediction was skipped or the run told no predicted pair apart.
 */
export function scoreOf(analysis: Pick<Analysis, 'prediction'> | undefined): PairScore | undefined {
  const parts = (analysis?.prediction ?? []).map(({ ranking, pairs }) => {
    return { right: Math.round(ranking * pairs), pairs };
  });
  const pairs = parts.reduce((sum, part) => sum + part.pairs, 0);
  return pairs === 0 ? undefined : { right: parts.reduce((sum, part) => sum + part.right, 0), pairs };
}
