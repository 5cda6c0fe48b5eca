import type { Analysis } from './types';

/** What a person had right of what was predicted, and how much counts: what the run could judge. */
export interface PairScore {
  /** Pairs of conditions in the right order, and answers that were right. */
  readonly right: number;
  /** Pairs that the run told apart, and answers that it could judge. */
  readonly pairs: number;
}

/**
 * One point for each pair of conditions that was put in the right order, and one for each answer that was right (a size, a
 * distance, a pick, a mark, a drawing), of all that the run could judge. Undefined if the prediction was skipped, or the
 * run could judge nothing of it.
 */
export function scoreOf(analysis: Pick<Analysis, 'prediction' | 'forecasts'> | undefined): PairScore | undefined {
  const parts = [
    ...(analysis?.prediction ?? []).map(({ ranking, pairs }) => ({ right: Math.round(ranking * pairs), pairs })),
    ...(analysis?.forecasts ?? []).map(({ right, judged }) => ({ right, pairs: judged })),
  ];
  const pairs = parts.reduce((sum, part) => sum + part.pairs, 0);
  return pairs === 0 ? undefined : { right: parts.reduce((sum, part) => sum + part.right, 0), pairs };
}
