import type { ChartConfiguration } from 'chart.js';
import type { ConditionSummary, PartSummary } from '@core/analysis/types';
import { threeDigits } from '@core/texts/format';
import type { ChartTable } from './chart-table';
import { baseCaption, durationInMs, looksOfPart, rowAxis, toMs, valueAxis } from './chart-theme';
import type { ChartContext, ChartView, ConditionLook } from './chart-theme';
import { intervalWhiskers, labelColumn, rowRules } from './interval-whiskers';
import type { RowMarks, RowPoint } from './interval-whiskers';

interface Row {
  readonly look: ConditionLook;
  readonly summary: ConditionSummary;
  readonly hires: boolean;
}

const rowHeight = 58;
const axisHeight = 56;
/** Alpha appended to a colour for the part of a bar that hiring adds. */
const pale = '55';

/**
 * Total of each condition of a part as a bar from zero, cooks already hired, with what hiring adds behind it; median,
 * interval, rounds, marked outliers and the warm-up. Second halves of A/A pairs are shown too: they are the noise.
 */
export function totalsChart(context: ChartContext, part: PartSummary): ChartView {
  // What a part names instead of the total has nothing to do with hiring.
  const isTotal = (context.experiment.parts.find(({ id }) => id === part.part)?.headline ?? 'total') === 'total';
  const rows = looksOfPart(context, part.part, true).flatMap((look): Row[] => {
    const summary = part.conditions.find((one) => one.condition === look.id);
    // Workers hired inside the cell are in the total already.
    const hires =
      isTotal &&
      context.experiment.conditions.some(
        (one) => one.id === look.id && one.cold !== true && one.seats.some((seat) => seat.hired),
      );
    return summary ? [{ look, summary, hires }] : [];
  });
  const { of } = context.texts;
  const hires = rows.some((row) => row.hires);
  const hirings = rows.flatMap(({ hires: one, summary }) => (one ? (summary.totalWithHiring?.n ?? []) : []));
  const base = baseCaption(context, part);
  return {
    config: configOf(context, rows, hires),
    table: tableOf(context, rows, isTotal),
    title: of('results.totals.title', { part: of(`part.${part.part}.name`) }),
    caption:
      hirings.length > 0
        ? of('results.totals.caption', { hiringN: Math.min(...hirings), base })
        : of('results.totals.plainCaption', { base }),
    name: `totals-${part.part}`,
    height: axisHeight + rowHeight * Math.max(1, rows.length),
  };
}

/** The rounds of a condition in milliseconds, outliers and slow rounds marked, on request with the warm-up. */
export function roundPoints(summary: ConditionSummary, withWarmUp: boolean): RowPoint[] {
  const flagged = new Set([...summary.outliers, ...summary.slowRounds]);
  const points = summary.totalsNs.map((totalNs, index): RowPoint => {
    return { value: toMs(totalNs), kind: flagged.has(index) ? 'flagged' : 'round' };
  });
  if (!withWarmUp || summary.warmUpNs === undefined) return points;
  return [{ value: toMs(summary.warmUpNs), kind: 'warm-up' }, ...points];
}

function configOf({ texts: { of } }: ChartContext, rows: readonly Row[], hires: boolean): ChartConfiguration {
  const totals = rows.map(({ summary }) => toMs(summary.total.estimate));
  // The bar's second piece; its end is the estimate of the total with hiring.
  const hiring = rows.map(({ summary, hires: one }) => {
    return one && summary.totalWithHiring
      ? toMs(Math.max(0, summary.totalWithHiring.estimate - summary.total.estimate))
      : 0;
  });
  const colours = rows.map(({ look }) => look.colour);
  const most = Math.max(
    0,
    ...rows.map(({ hires: one, summary: { totalWithHiring, totalsNs, warmUpNs } }) =>
      toMs(Math.max(one ? (totalWithHiring?.high ?? 0) : 0, warmUpNs ?? 0, ...totalsNs)),
    ),
  );
  const bar = { stack: 'total', barThickness: 20, borderSkipped: false as const };
  return {
    type: 'bar',
    data: {
      datasets: [
        { ...bar, label: of('results.totals.hired'), data: totals, backgroundColor: colours },
        ...(hires
          ? [
              {
                ...bar,
                label: of('results.totals.hiring'),
                data: hiring,
                backgroundColor: colours.map((colour) => colour + pale),
              },
            ]
          : []),
      ],
    },
    options: {
      indexAxis: 'y',
      layout: { padding: { right: labelColumn } },
      scales: {
        x: { ...valueAxis(of('results.totals.axis'), most), stacked: true },
        y: { ...rowAxis(rows.map(({ look }) => look.name)), stacked: true },
      },
      plugins: {
        tooltip: {
          callbacks: {
            title: ([item]) => rows[item?.dataIndex ?? -1]?.look.name ?? '',
            label: (item) => tooltipLabel(rows[item.dataIndex], item.datasetIndex === 0, of),
          },
        },
      },
    },
    plugins: [rowRules(rows.length), intervalWhiskers(rows.map((row, index) => marksOf(row, index, of)))],
  };
}

function tooltipLabel(row: Row | undefined, isHired: boolean, of: ChartContext['texts']['of']): string {
  if (!row) return '';
  const { total, totalWithHiring } = row.summary;
  if (isHired) return `${of('results.totals.hired')}: ${durationInMs(total)}`;
  return totalWithHiring ? `${of('results.totals.withHiring')}: ${durationInMs(totalWithHiring)}` : '';
}

function marksOf({ look, summary, hires }: Row, row: number, of: ChartContext['texts']['of']): RowMarks {
  const total = durationInMs(summary.total);
  return {
    row,
    colour: look.colour,
    whisker: { low: toMs(summary.total.low), high: toMs(summary.total.high) },
    points: roundPoints(summary, true),
    pointsBelow: 17,
    labels:
      hires && summary.totalWithHiring
        ? [total, `${of('results.totals.withHiring')} ${threeDigits(summary.totalWithHiring.estimate / 1e6)} ms`]
        : [total],
  };
}

function tableOf({ texts: { of } }: ChartContext, rows: readonly Row[], isTotal: boolean): ChartTable {
  const bound = (which: 'low' | 'high'): string => `95 % ${of(`results.totals.${which}`)} (ms)`;
  // A headline that is not a total has no hiring on top.
  const addsHiring = isTotal && rows.some(({ summary }) => summary.totalWithHiring);
  const hiringColumns = [
    `${of('results.totals.withHiring')} (ms)`,
    `${of('results.totals.withHiring')}, ${bound('low')}`,
    `${of('results.totals.withHiring')}, ${bound('high')}`,
    of('results.totals.hiringN'),
  ];
  return {
    columns: [
      of('results.totals.condition'),
      `${of('results.totals.hired')} (ms)`,
      bound('low'),
      bound('high'),
      ...(addsHiring ? hiringColumns : []),
      of('results.totals.n'),
      of('results.totals.outliers'),
      of('results.totals.slowRounds'),
      `${of('results.totals.warmUp')} (ms)`,
    ],
    rows: rows.map(({ look, summary }) => [
      look.name,
      toMs(summary.total.estimate),
      toMs(summary.total.low),
      toMs(summary.total.high),
      ...(addsHiring ? hiringCells(summary.totalWithHiring, of('results.wages.unknown')) : []),
      summary.totalsNs.length,
      summary.outliers.length,
      summary.slowRounds.length,
      summary.warmUpNs === undefined ? '' : toMs(summary.warmUpNs),
    ]),
  };
}

function hiringCells(interval: ConditionSummary['totalWithHiring'], unknown: string): (string | number)[] {
  if (!interval) return [unknown, unknown, unknown, unknown];
  return [toMs(interval.estimate), toMs(interval.low), toMs(interval.high), interval.n];
}
