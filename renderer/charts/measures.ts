import type { ChartConfiguration } from 'chart.js';
import type { MeasureId } from '@core/experiments/measures';
import type { MeasureSummary, PartSummary } from '@core/analysis/types';
import { capitalised, formatMeasure } from '@core/texts/format';
import { baseCaption, looksOfPart, rowAxis, valueAxis } from './chart-theme';
import type { ChartContext, ChartView, ConditionLook } from './chart-theme';
import { intervalWhiskers, labelColumn, rowRules } from './interval-whiskers';

interface Row {
  readonly look: ConditionLook;
  readonly summary: MeasureSummary;
}

const rowHeight = 46;
const axisHeight = 56;

/** Nanoseconds as milliseconds, a share as percent, to three decimals. */
function shown(unit: MeasureSummary['unit'], value: number): number {
  const scaled = unit === 'ns' ? value / 1e6 : value * 100;
  return Math.round(scaled * 1e3) / 1e3;
}

/**
 * One measure of every condition of a part as a bar from zero with its interval and single rounds; undefined if no
 * condition has it.
 */
export function measureChart(context: ChartContext, part: PartSummary, measure: MeasureId): ChartView | undefined {
  const rows = looksOfPart(context, part.part, true).flatMap((look): Row[] => {
    const summary = part.conditions
      .find((one) => one.condition === look.id)
      ?.measures.find((one) => one.measure === measure);
    return summary ? [{ look, summary }] : [];
  });
  const [first] = rows;
  if (!first) return undefined;
  const { unit } = first.summary;
  const { of, glossary } = context.texts;
  const name = glossary(`measure.${measure}`);
  const axis = of(unit === 'ns' ? 'results.measures.axisMs' : 'results.measures.axisPercent', {
    measure: capitalised(name),
  });
  return {
    config: configOf(rows, axis),
    table: {
      columns: ['condition', 'value', 'low', 'high', 'n'].map((column) =>
        column === 'value' ? axis : of(`results.measures.${column}`),
      ),
      rows: rows.map(({ look, summary: { value } }) => [
        look.name,
        shown(unit, value.estimate),
        shown(unit, value.low),
        shown(unit, value.high),
        value.n,
      ]),
    },
    title: of('results.measures.title', { part: of(`part.${part.part}.name`), measure: name }),
    caption: of('results.measures.caption', { base: baseCaption(context, part) }),
    name: `${measure}-${part.part}`,
    height: axisHeight + rowHeight * rows.length,
  };
}

function configOf(rows: readonly Row[], axis: string): ChartConfiguration {
  const values = rows.map(({ summary }) => shown(summary.unit, summary.value.estimate));
  const most = Math.max(0, ...rows.flatMap(({ summary }) => summary.values.map((value) => shown(summary.unit, value))));
  return {
    type: 'bar',
    data: {
      datasets: [
        {
          label: axis,
          data: values,
          backgroundColor: rows.map(({ look }) => look.colour),
          barThickness: 16,
          borderSkipped: false as const,
        },
      ],
    },
    options: {
      indexAxis: 'y',
      layout: { padding: { right: labelColumn } },
      scales: { x: valueAxis(axis, most), y: rowAxis(rows.map(({ look }) => look.name)) },
      plugins: {
        tooltip: {
          callbacks: {
            title: ([item]) => rows[item?.dataIndex ?? -1]?.look.name ?? '',
            label: (item) => {
              const row = rows[item.dataIndex];
              return row ? formatMeasure(row.summary.unit, row.summary.value) : '';
            },
          },
        },
      },
    },
    plugins: [
      rowRules(rows.length),
      intervalWhiskers(
        rows.map(({ look, summary }, row) => ({
          row,
          colour: look.colour,
          whisker: { low: shown(summary.unit, summary.value.low), high: shown(summary.unit, summary.value.high) },
          points: summary.values.map((value) => ({ value: shown(summary.unit, value), kind: 'round' as const })),
          pointsBelow: 14,
          labels: [formatMeasure(summary.unit, summary.value)],
        })),
      ),
    ],
  };
}
