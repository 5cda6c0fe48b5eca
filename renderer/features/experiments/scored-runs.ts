import type { RecordSummary } from '@core/ipc/payloads';
import type { ScoredRuns } from '../../charts/prediction-scores';

/**
 * The runs that have a prediction score, oldest first, and how many have none and why.
 * @param records newest first
 */
export function scoredRuns(
  records: readonly RecordSummary[],
  numberOf: (experiment: string) => number,
  titleOf: (experiment: string) => string,
  momentOf: (iso: string) => string,
): ScoredRuns {
  const runs = records.toReversed().flatMap(({ experiment, startedAt, score }) => {
    if (!score) return [];
    return [{ number: numberOf(experiment), experiment: titleOf(experiment), started: momentOf(startedAt), score }];
  });
  const skipped = records.filter(({ prediction }) => prediction === 'skipped').length;
  return { runs, skipped, unmeasured: records.length - runs.length - skipped };
}
