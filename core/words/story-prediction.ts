import { scoreOf } from '../analysis/prediction-score';
import type { PredictionScore } from '../analysis/types';
import type { StoryQuestion } from '../experiments/story-plan';
import { formatDuration, threeDigits } from '../texts/format';
import { saidInForecasts } from './said-forecast';
import { isOpen, type ReportContext } from './context';

/**
 * One line: what was said against what came, where the answer was predicted, and how much of the prediction was right.
 * Undefined where nothing can be predicted.
 */
export function predictionLine(context: ReportContext, answer: StoryQuestion): string | undefined {
  const { record, analysis, experiment, names } = context;
  if (isOpen(experiment)) return undefined;
  if (record.prediction.status === 'skipped') return names.text('story.prediction.skipped');
  const scores = analysis.prediction ?? [];
  if (scores.length === 0 && !analysis.forecasts) return names.text('story.prediction.unmeasured');
  const said =
    scores.flatMap((score) => saidAndSeen(context, score, answer) ?? [])[0] ?? saidInForecasts(context, answer);
  const score = scoreOf(analysis);
  const key = score === undefined ? 'none' : score.pairs === 1 ? 'one' : 'many';
  const scored = names.text(`story.prediction.score.${key}`, score ? { ...score } : {});
  return said === undefined ? scored : `${said} ${scored}`;
}

/** The numbers of the answer's own conditions; undefined where they were not predicted as numbers. */
function saidAndSeen({ names }: ReportContext, score: PredictionScore, answer: StoryQuestion): string | undefined {
  if (!('part' in answer) || answer.part !== score.part || !('condition' in answer)) return undefined;
  const point = score.curve?.find(({ condition }) => condition === answer.condition);
  if (point) {
    return names.text('story.prediction.speedup', {
      predicted: threeDigits(point.predicted),
      measured: threeDigits(point.measured.estimate),
    });
  }
  if (answer.kind !== 'comparison') return undefined;
  const rowOf = (id: string) => score.rows.find(({ condition }) => condition === id);
  const [first, second] = [rowOf(answer.baseline), rowOf(answer.condition)];
  if (!first || !second) return undefined;
  return names.text('story.prediction.times', {
    baseline: names.short(answer.baseline),
    short: names.short(answer.condition),
    first: formatDuration(first.predictedNs),
    second: formatDuration(second.predictedNs),
    firstMeasured: formatDuration(first.measuredNs),
    secondMeasured: formatDuration(second.measuredNs),
  });
}
