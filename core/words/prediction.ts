import type { PartSummary, PredictionScore } from '../analysis/types';
import { formatDuration, formatDurationInterval, formatShare, threeDigits } from '../texts/format';
import type { Block, Table } from './blocks';
import type { FigureBlocks } from './figure-blocks';
import { forecastBlocks } from './forecasts';
import { isOpen, measuredParts, readableTime, type ReportContext } from './context';
import { scoreOf } from '../analysis/prediction-score';
import { speedupWords } from './scaling';

/** What was predicted and how it compares with what came out; nothing where nothing can be predicted. */
export function prediction(context: ReportContext, figures: FigureBlocks): readonly Block[] {
  const { record, analysis, experiment, names } = context;
  if (isOpen(experiment)) return [];
  const { prediction: made } = record;
  if (made.status === 'skipped') return [{ kind: 'paragraph', text: names.text('results.prediction.skipped') }];
  const scores = analysis.prediction ?? [];
  const compared = measuredParts(context).flatMap((part) => {
    const score = scores.find((one) => one.part === part.part);
    return score ? partBlocks(context, part, score) : [];
  });
  return [
    { kind: 'paragraph', text: names.text('results.prediction.reason') },
    { kind: 'quote', text: made.reason },
    { kind: 'note', text: names.text('results.prediction.frozen', { time: readableTime(made.frozenAt) }) },
    ...(scores.length === 0 && !analysis.forecasts
      ? [{ kind: 'paragraph', text: names.text('results.prediction.unmeasured') } as const]
      : []),
    ...figures('prediction'),
    ...compared,
    ...forecastBlocks(context),
  ];
}

/** How much of a prediction was right, and what counts, in one sentence or two; undefined where nothing could be judged. */
export function scoreSentence({ analysis, names }: Pick<ReportContext, 'analysis' | 'names'>): string | undefined {
  const score = scoreOf(analysis);
  if (!score) return undefined;
  const hasPairs = (analysis.prediction ?? []).some(({ pairs }) => pairs > 0);
  const hasAnswers = (analysis.forecasts ?? []).some(({ judged }) => judged > 0);
  const kind = !hasAnswers ? 'score' : hasPairs ? 'scoreBoth' : 'scoreAnswers';
  return names.text(`lesson.observe.${kind}`, { ...score });
}

function partBlocks(context: ReportContext, part: PartSummary, score: PredictionScore): readonly Block[] {
  const { names } = context;
  const said = { part: names.part(part.part) };
  const pairs = names.text(`results.prediction.pairs.${score.pairs === 1 ? 'one' : 'many'}`, { pairs: score.pairs });
  const text =
    score.pairs > 0
      ? names.text('results.prediction.score', { ...said, percent: formatShare(score.ranking), pairs })
      : names.text('results.prediction.noPairs', said);
  return [
    { kind: 'paragraph', text },
    { kind: 'table', table: predictionTable(context, part, score), isFolded: true },
  ];
}

/** Prediction beside outcome, in the way in which it was predicted: a curve, an order, or a total for each condition. */
export function predictionTable({ names }: ReportContext, part: PartSummary, score: PredictionScore): Table {
  const say = (key: string): string => names.text(`results.prediction.${key}`);
  const caption = (key: string): string => names.text(`results.prediction.${key}`, { part: names.part(part.part) });
  const columns = (...keys: readonly string[]): Table['columns'] => [
    { label: say('condition') },
    ...keys.map((key) => ({ label: say(key), numeric: true })),
  ];
  if (score.curve) {
    return {
      caption: caption('tableCurve'),
      columns: columns('predicted', 'interval', 'off'),
      rows: score.curve.map(({ condition, predicted, measured }) => [
        names.condition(condition),
        `${threeDigits(predicted)}x`,
        speedupWords(measured),
        `${threeDigits(predicted / measured.estimate)}x`,
      ]),
    };
  }
  if (score.places) {
    return {
      caption: caption('tablePlaces'),
      columns: columns('predictedPlace', 'measuredPlace'),
      rows: score.places.map(({ condition, predicted, measured }) => [names.condition(condition), predicted, measured]),
    };
  }
  return {
    caption: caption('table'),
    columns: columns('predicted', 'interval', 'off'),
    rows: score.rows.map(({ condition, predictedNs, measuredNs }) => {
      const total = part.conditions.find((one) => one.condition === condition)?.headline;
      return [
        names.condition(condition),
        formatDuration(predictedNs),
        total ? formatDurationInterval(total) : formatDuration(measuredNs),
        `${threeDigits(predictedNs / measuredNs)}x`,
      ];
    }),
  };
}
