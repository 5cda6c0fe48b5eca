import type { Analysis } from '@core/runs/analysis-types';

/**
 * Pairs of conditions that were put in the right order, over all parts; undefined if the prediction was skipped or
 * nothing of it was measured.
 */
export function scoreOf(
  analysis: Analysis | undefined,
): { readonly right: number; readonly pairs: number } | undefined {
  const parts = (analysis?.prediction ?? []).map(({ ranking, pairs }) => {
    return { right: Math.round(ranking * pairs), pairs };
  });
  const pairs = parts.reduce((sum, part) => sum + part.pairs, 0);
  return pairs === 0 ? undefined : { right: parts.reduce((sum, part) => sum + part.right, 0), pairs };
}
