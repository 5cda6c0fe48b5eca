import type { ConditionSummary, PartSummary, PredictionScore } from '../analysis/types';
import type { PartDefinition } from '../experiments/definition-types';
import { partsOfForecast } from '../experiments/forecasts';
import { predictedConditions } from '../experiments/predicted-conditions';
import { threeDigits } from '../texts/format';
import type { ReportContext } from '../words/context';
import { zeroAxis } from './axes';
import type { ChartableFigure, FigureRow, RowMark, RowsFigure } from './figure';
import { baseCaption, conditionLook, durationInMs, estimateInMs, looksOfPart, measuredLooks, toMs } from './looks';
import type { ConditionLook, NamedExperiment } from './looks';
import { speedupFigure } from './scaling';
import { roundPoints } from './round-points';
import type { ValueTable } from './value-table';

interface Row {
  readonly look: ConditionLook;
  readonly predictedMs: number | undefined;
  readonly measured: ConditionSummary | undefined;
}

/** Predicted totals by condition of one part, in milliseconds; conditions may be missing. */
type PredictedTotals = Readonly<Record<string, number | undefined>>;

/**
 * Where a part's prediction meets its outcome, in the way in which it was predicted: on the scaling curve, as places, or
 * as totals. A record whose prediction was skipped or made in another way (by an older program) shows its totals.
 * Of a part about which something else was asked it shows what was measured. Undefined for a part that is measured without
 * being asked about.
 */
export function outcomeFigure(context: ReportContext, part: PartSummary): ChartableFigure | undefined {
  const { experiment, record, analysis } = context;
  const definition = experiment.parts.find(({ id }) => id === part.part);
  if (!definition) return undefined;
  const isPredicted = predictedConditions(experiment, definition).length > 0;
  const isForecast = (experiment.forecasts ?? []).some((one) => partsOfForecast(one).includes(part.part));
  if (!isPredicted && !isForecast) return undefined;
  const score = analysis.prediction?.find((one) => one.part === part.part);
  const curve = analysis.scaling?.find((one) => one.part === part.part);
  const totals = record.prediction.status === 'given' ? (record.prediction.totalsMs[part.part] ?? {}) : {};
  if (curve && (definition.predictBy === 'curve' || !isPredicted) && Object.keys(totals).length === 0) {
    return speedupFigure(context, curve, part);
  }
  if (score?.places) return rankingFigure(context, part, score.places);
  return predictionFigure(context, part, totals);
}

/**
 * Prediction and measured total of each condition of a part, on one axis: hollow mark predicted, filled mark median with
 * its interval, small points the rounds.
 */
function predictionFigure(context: ReportContext, part: PartSummary, totals: PredictedTotals): RowsFigure {
  const { names } = context;
  const of = (key: string, values = {}): string => names.text(`results.prediction.${key}`, values);
  const rows = measuredLooks(context, part, false).map(({ look, summary }): Row => {
    return { look, predictedMs: totals[look.id], measured: summary };
  });
  const kind = rows.some(({ predictedMs }) => predictedMs !== undefined) ? '' : 'Skipped';
  return {
    ...dumbbells(context, part.part, rows),
    title: of(`title${kind}`, { part: names.part(part.part) }),
    caption: of(`caption${kind}`, { base: baseCaption(context, part) }),
  };
}

/** The prediction alone, before the run, on the axis on which the result will appear. */
export function draftFigure(context: NamedExperiment, part: PartDefinition, totals: PredictedTotals): RowsFigure {
  const { names } = context;
  const rows = looksOfPart(context, part.id, false)
    .filter(({ id }) => predictedConditions(context.experiment, part).includes(id))
    .map((look): Row => ({ look, predictedMs: totals[look.id], measured: undefined }));
  return {
    ...dumbbells(context, part.id, rows),
    title: names.text('lesson.predict.chartTitle', { part: names.part(part.id) }),
    caption: names.text('lesson.predict.chartCaption'),
  };
}

function dumbbells(
  { experiment, names }: NamedExperiment,
  part: string,
  rows: readonly Row[],
): Omit<RowsFigure, 'title' | 'caption'> {
  const scale = experiment.parts.find((one) => one.id === part)?.predictionScaleMs ?? 0;
  // Every round must lie on the axis, not only the medians.
  const drawn = rows.flatMap(({ measured }) =>
    measured ? [measured.headline.high, ...measured.headlinesNs].map(toMs) : [],
  );
  const most = Math.max(drawn.length === 0 ? scale : 0, ...rows.map((row) => row.predictedMs ?? 0), ...drawn);
  return {
    kind: 'rows',
    name: `prediction-${part}`,
    part,
    axis: zeroAxis(names.text('results.prediction.axis'), most),
    rows: rows.map((row) => rowOf(names, row)),
    table: tableOf(names, rows, drawn.length > 0),
  };
}

function rowOf(names: NamedExperiment['names'], { look, predictedMs, measured }: Row): FigureRow {
  const predicted = names.text('results.prediction.predicted');
  const guess = predictedMs === undefined ? undefined : `${threeDigits(predictedMs)} ms`;
  const total = measured && durationInMs(measured.headline);
  const marks: RowMark[] = [];
  if (predictedMs !== undefined && guess !== undefined) {
    marks.push({ look: { ...look, hollow: true }, value: pointAt(predictedMs), inWords: `${predicted}: ${guess}` });
  }
  if (measured && total !== undefined) {
    const inWords = `${names.text('results.prediction.measured')}: ${total}`;
    marks.push({ look, value: estimateInMs(measured.headline), inWords });
  }
  const said = guess === undefined ? undefined : `${predicted} ${guess}`;
  return {
    name: look.name,
    look,
    marks,
    singles: measured ? roundPoints(measured, false) : [],
    labels:
      total === undefined || said === undefined ? [total ?? said ?? names.text('lesson.predict.unset')] : [total, said],
    ...(predictedMs !== undefined && measured && { link: [predictedMs, toMs(measured.headline.estimate)] as const }),
  };
}

function pointAt(value: number): { estimate: number; low: number; high: number } {
  return { estimate: value, low: value, high: value };
}

function tableOf(names: NamedExperiment['names'], rows: readonly Row[], isMeasured: boolean): ValueTable {
  const of = (key: string): string => names.text(`results.${key}`);
  const columns = [of('prediction.condition'), `${of('prediction.predicted')} (ms)`];
  const measuredColumns = [
    `${of('prediction.measured')} (ms)`,
    `${of('totals.low')} (ms)`,
    `${of('totals.high')} (ms)`,
    of('totals.n'),
  ];
  return {
    columns: isMeasured ? [...columns, ...measuredColumns] : columns,
    rows: rows.map(({ look, predictedMs, measured }) => [
      look.name,
      predictedMs ?? of('prediction.none'),
      ...(measured
        ? [
            ...[measured.headline.estimate, measured.headline.low, measured.headline.high].map(toMs),
            measured.headlinesNs.length,
          ]
        : []),
    ]),
  };
}

/** Predicted and measured place of each condition of a part: hollow predicted, filled measured; equal places are ties. */
function rankingFigure(
  context: ReportContext,
  part: PartSummary,
  places: NonNullable<PredictionScore['places']>,
): RowsFigure {
  const { names, experiment } = context;
  const of = (key: string, values = {}): string => names.text(`results.prediction.${key}`, values);
  const rows = experiment.conditions.flatMap(({ id }) => {
    const place = places.find(({ condition }) => condition === id);
    const look = conditionLook(context, id);
    return place && look ? [{ ...place, look }] : [];
  });
  const ticks = rows.map((_, index) => index + 1);
  return {
    kind: 'rows',
    title: of('rankingTitle', { part: names.part(part.part) }),
    caption: of('rankingCaption', { base: baseCaption(context, part) }),
    name: `ranking-${part.part}`,
    part: part.part,
    axis: { title: of('placeAxis'), from: 0.5, to: Math.max(2, rows.length) + 0.5, ticks, tick: String },
    rows: rows.map(({ look, predicted, measured }) => ({
      name: look.name,
      look,
      marks: [
        {
          look: { ...look, hollow: true },
          value: pointAt(predicted),
          inWords: `${of('predictedPlace')}: ${predicted}`,
        },
        { look, value: pointAt(measured), inWords: `${of('measuredPlace')}: ${measured}` },
      ],
      link: [predicted, measured],
      labels: [of('measuredAt', { place: measured }), of('predictedAt', { place: predicted })],
    })),
    table: {
      columns: ['condition', 'predictedPlace', 'measuredPlace'].map((column) => of(column)),
      rows: rows.map(({ look, predicted, measured }) => [look.name, predicted, measured]),
    },
  };
}
