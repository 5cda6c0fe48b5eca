import type { ChartConfiguration } from 'chart.js';
import type { PartSummary, PredictionScore } from '@core/analysis/types';
import { baseCaption, conditionLook, rowAxis } from './chart-theme';
import type { ChartContext, ChartView, ConditionLook } from './chart-theme';
import { intervalWhiskers, labelColumn, rowRules } from './interval-whiskers';

interface Row {
  readonly look: ConditionLook;
  readonly predicted: number;
  readonly measured: number;
}

const rowHeight = 46;
const axisHeight = 56;

/** Predicted and measured place of each condition of a part: hollow predicted, filled measured; equal places are ties. */
export function rankingChart(
  context: ChartContext,
  part: PartSummary,
  places: NonNullable<PredictionScore['places']>,
): ChartView {
  const { of } = context.texts;
  const rows = context.experiment.conditions.flatMap(({ id }): Row[] => {
    const place = places.find(({ condition }) => condition === id);
    const look = conditionLook(context, id);
    return place && look ? [{ look, predicted: place.predicted, measured: place.measured }] : [];
  });
  return {
    config: configOf(context, rows),
    table: {
      columns: ['condition', 'predictedPlace', 'measuredPlace'].map((column) => of(`results.prediction.${column}`)),
      rows: rows.map(({ look, predicted, measured }) => [look.name, predicted, measured]),
    },
    title: of('results.prediction.rankingTitle', { part: of(`part.${part.part}.name`) }),
    caption: of('results.prediction.rankingCaption', { base: baseCaption(context, part) }),
    name: `ranking-${part.part}`,
    height: axisHeight + rowHeight * Math.max(1, rows.length),
  };
}

function configOf({ texts: { of } }: ChartContext, rows: readonly Row[]): ChartConfiguration {
  const common = {
    pointStyle: rows.map(({ look }) => look.marker),
    borderColor: rows.map(({ look }) => look.colour),
  };
  return {
    type: 'scatter',
    data: {
      datasets: [
        {
          ...common,
          label: of('results.prediction.predictedPlace'),
          data: rows.map(({ predicted }, y) => ({ x: predicted, y })),
          backgroundColor: 'transparent',
          borderWidth: 2,
          radius: 9,
          hoverRadius: 10,
        },
        {
          ...common,
          label: of('results.prediction.measuredPlace'),
          data: rows.map(({ measured }, y) => ({ x: measured, y })),
          backgroundColor: rows.map(({ look }) => look.colour),
          radius: 5,
          hoverRadius: 6,
        },
      ],
    },
    options: {
      parsing: false,
      layout: { padding: { right: labelColumn } },
      scales: {
        x: {
          type: 'linear',
          min: 0.5,
          max: Math.max(2, rows.length) + 0.5,
          title: { display: true, text: of('results.prediction.placeAxis') },
          border: { display: false },
          afterBuildTicks: (axis) => {
            axis.ticks = rows.map((_, index) => ({ value: index + 1 }));
          },
          ticks: { precision: 0 },
        },
        y: rowAxis(rows.map(({ look }) => look.name)),
      },
      plugins: {
        tooltip: {
          callbacks: {
            title: ([item]) => rows[item?.dataIndex ?? -1]?.look.name ?? '',
            label: (item) => `${item.dataset.label ?? ''}: ${item.parsed.x ?? ''}`,
          },
        },
      },
    },
    plugins: [
      rowRules(rows.length),
      intervalWhiskers(
        rows.map(({ look, predicted, measured }, row) => ({
          row,
          colour: look.colour,
          link: [predicted, measured] as const,
          labels: [
            of('results.prediction.measuredAt', { place: measured }),
            of('results.prediction.predictedAt', { place: predicted }),
          ],
        })),
      ),
    ],
  };
}
