import type { ChartConfiguration } from 'chart.js';
import type { ConditionSummary, PartSummary } from '@core/analysis/types';
import type { Prediction } from '@core/record/plan';
import { threeDigits } from '@core/texts/format';
import type { ChartTable } from './chart-table';
import { baseCaption, markRoom, durationInMs, looksOfPart, rowAxis, toMs, valueAxis } from './chart-theme';
import type { ChartContext, ChartView, ConditionLook } from './chart-theme';
import { intervalWhiskers, labelColumn, rowRules } from './interval-whiskers';
import type { RowMarks } from './interval-whiskers';
import { roundPoints } from './totals';

interface Row {
  readonly look: ConditionLook;
  readonly predictedMs: number | undefined;
  readonly measured: ConditionSummary | undefined;
}

const rowHeight = 62;
const axisHeight = 56;

/**
 * Prediction and measured total of each condition of a part, on one axis: hollow mark predicted, filled mark median with
 * its interval, small points the rounds. Before the run (`summary` undefined) it shows the prediction alone, on the axis on which the
 * result will appear.
 * @param predictedMs predicted total by condition, in milliseconds; conditions may be missing
 */
export function predictionChart(
  context: ChartContext,
  part: string,
  predictedMs: Readonly<Record<string, number | undefined>>,
  summary: PartSummary | undefined,
): ChartView {
  const asked = context.experiment.parts.find(({ id }) => id === part)?.predicted;
  const isAsked = (condition: string): boolean => asked?.includes(condition) ?? true;
  const rows = looksOfPart(context, part, false)
    .map((look): Row => {
      const measured = summary?.conditions.find((one) => one.condition === look.id);
      return { look, predictedMs: predictedMs[look.id], measured };
    })
    // Before the run what is asked for has a row, after it what was measured, which may be less.
    .filter((row) => (summary === undefined ? isAsked(row.look.id) : row.measured !== undefined));
  const { of } = context.texts;
  const name = of(`part.${part}.name`);
  const predicted = rows.some((row) => row.predictedMs !== undefined);
  return {
    config: configOf(context, part, rows),
    table: tableOf(context, rows, summary !== undefined),
    title: titleOf(context, name, predicted, summary !== undefined),
    caption:
      summary === undefined
        ? of('lesson.predict.chartCaption')
        : of(predicted ? 'results.prediction.caption' : 'results.prediction.captionSkipped', {
            base: baseCaption(context, summary),
          }),
    name: `prediction-${part}`,
    height: axisHeight + rowHeight * Math.max(1, rows.length),
  };
}

/** Predicted totals by condition of one part; empty if the prediction was skipped. */
export function predictedTotals(prediction: Prediction, part: string): Readonly<Record<string, number>> {
  return prediction.status === 'given' ? (prediction.totalsMs[part] ?? {}) : {};
}

function titleOf({ texts: { of } }: ChartContext, part: string, predicted: boolean, measured: boolean): string {
  if (!measured) return of('lesson.predict.chartTitle', { part });
  return of(predicted ? 'results.prediction.title' : 'results.prediction.titleSkipped', { part });
}

function configOf(context: ChartContext, part: string, rows: readonly Row[]): ChartConfiguration {
  const { of } = context.texts;
  const guesses = rows.flatMap(({ look, predictedMs }, y) =>
    predictedMs === undefined ? [] : [{ look, x: predictedMs, y }],
  );
  const medians = rows.flatMap(({ look, measured }, y) =>
    measured ? [{ look, x: toMs(measured.total.estimate), y, total: measured.total }] : [],
  );
  const scale = context.experiment.parts.find((one) => one.id === part)?.predictionScaleMs ?? 0;
  // Every round must lie on the axis, not only the medians.
  const drawn = rows.flatMap(({ measured }) => (measured ? [measured.total.high, ...measured.totalsNs].map(toMs) : []));
  const most = Math.max(drawn.length === 0 ? scale : 0, ...guesses.map(({ x }) => x), ...drawn) * 1.04;
  return {
    type: 'scatter',
    data: {
      datasets: [
        ...(guesses.length === 0
          ? []
          : [
              {
                label: of('results.prediction.predicted'),
                data: guesses.map(({ x, y }) => ({ x, y })),
                pointStyle: guesses.map(({ look }) => look.marker),
                borderColor: guesses.map(({ look }) => look.colour),
                backgroundColor: 'transparent',
                borderWidth: 2,
                clip: markRoom,
                radius: 8,
                hoverRadius: 9,
              },
            ]),
        {
          label: of('results.prediction.measured'),
          data: medians.map(({ x, y }) => ({ x, y })),
          pointStyle: medians.map(({ look }) => look.marker),
          borderColor: medians.map(({ look }) => look.colour),
          backgroundColor: medians.map(({ look }) => look.colour),
          clip: markRoom,
          radius: 6,
          hoverRadius: 7,
        },
      ],
    },
    options: {
      parsing: false,
      layout: { padding: { right: labelColumn } },
      scales: {
        x: valueAxis(of('results.prediction.axis'), most),
        y: rowAxis(rows.map(({ look }) => look.name)),
      },
      plugins: {
        tooltip: {
          callbacks: {
            title: ([item]) => rows[item?.parsed.y ?? -1]?.look.name ?? '',
            label: (item) => {
              const median = medians.find(({ y }) => y === item.parsed.y);
              const isMedian = item.dataset.label === of('results.prediction.measured');
              const value = isMedian && median ? durationInMs(median.total) : `${threeDigits(item.parsed.x ?? 0)} ms`;
              return `${item.dataset.label ?? ''}: ${value}`;
            },
          },
        },
      },
    },
    plugins: [rowRules(rows.length), intervalWhiskers(rows.map((row, index) => marksOf(context, row, index)))],
  };
}

function marksOf({ texts: { of } }: ChartContext, { look, predictedMs, measured }: Row, row: number): RowMarks {
  const guess =
    predictedMs === undefined ? undefined : `${of('results.prediction.predicted')} ${threeDigits(predictedMs)} ms`;
  if (!measured) {
    return { row, colour: look.colour, labels: [guess ?? of('lesson.predict.unset')] };
  }
  const { total } = measured;
  return {
    row,
    colour: look.colour,
    whisker: { low: toMs(total.low), high: toMs(total.high) },
    whiskerBehind: true,
    points: roundPoints(measured, false),
    pointsBelow: 15,
    labels: guess === undefined ? [durationInMs(total)] : [durationInMs(total), guess],
    ...(predictedMs === undefined ? {} : { link: [predictedMs, toMs(total.estimate)] as const }),
  };
}

function tableOf({ texts: { of } }: ChartContext, rows: readonly Row[], isMeasured: boolean): ChartTable {
  const predictedName = `${of('results.prediction.predicted')} (ms)`;
  const none = of('results.prediction.none');
  const condition = of('results.prediction.condition');
  if (!isMeasured) {
    return { columns: [condition, predictedName], rows: rows.map((row) => [row.look.name, row.predictedMs ?? none]) };
  }
  return {
    columns: [
      condition,
      predictedName,
      `${of('results.prediction.measured')} (ms)`,
      `95 % ${of('results.totals.low')} (ms)`,
      `95 % ${of('results.totals.high')} (ms)`,
      of('results.totals.n'),
    ],
    rows: rows.flatMap(({ look, predictedMs, measured }) =>
      measured
        ? [
            [
              look.name,
              predictedMs ?? none,
              toMs(measured.total.estimate),
              toMs(measured.total.low),
              toMs(measured.total.high),
              measured.totalsNs.length,
            ],
          ]
        : [],
    ),
  };
}
