import type { ConditionSummary, PartSummary } from '../analysis/types';
import type { ReportContext } from '../words/context';
import { threeDigits } from '../texts/format';
import type { Names } from '../words/names';
import { workbenchId } from '../experiments/workbench/ids';
import { zeroAxis } from './axes';
import type { BarPiece, FigureRow, RowsFigure } from './figure';
import { baseCaption, durationInMs, estimateInMs, measuredLooks, toMs, type ConditionLook } from './looks';
import { roundPoints } from './round-points';
import { sortedTotalsFigure } from './sorted-totals';
import type { ValueTable } from './value-table';

interface Row {
  readonly look: ConditionLook;
  readonly summary: ConditionSummary;
  /** With what hiring adds; undefined where nobody is hired, or a hiring was not recorded. */
  readonly withHiring: ConditionSummary['headlineWithHiring'];
}

/**
 * Total of each condition of a part as a bar from zero, cooks already hired, with what hiring adds behind it; median,
 * interval, rounds, marked outliers and the warm-up. Second halves of A/A pairs are shown too: they are the noise. Conditions of the
 * Workbench are many: they are sorted dots (`sortedTotalsFigure`).
 */
export function totalsFigure(context: ReportContext, part: PartSummary): RowsFigure {
  const { names, experiment } = context;
  // What a part names instead of the total has nothing to do with hiring.
  const isTotal = (experiment.parts.find(({ id }) => id === part.part)?.headline ?? 'total') === 'total';
  // How long nothing ran is no result.
  const shown = measuredLooks(context, part, true).filter(({ look }) => !isTotal || look.definition.idle !== true);
  const rows = shown.map(({ look, summary }): Row => {
    // Workers hired inside the cell are in the total already.
    const hires = isTotal && look.definition.cold !== true && look.definition.seats.some(({ hired }) => hired);
    return { look, summary, withHiring: hires ? summary.headlineWithHiring : undefined };
  });
  const table = tableOf(names, rows, isTotal);
  if (experiment.id === workbenchId) return sortedTotalsFigure(context, part, table);
  const hirings = rows.flatMap(({ withHiring }) => withHiring?.n ?? []);
  const most = Math.max(
    0,
    ...rows.flatMap(({ summary: { headlinesNs, warmUpNs, headline: total }, withHiring }) => [
      ...headlinesNs,
      total.high,
      withHiring?.high ?? 0,
      warmUpNs ?? 0,
    ]),
  );
  const base = baseCaption(context, part);
  return {
    kind: 'rows',
    title: names.text('results.totals.title', { part: names.part(part.part) }),
    caption:
      hirings.length > 0
        ? names.text('results.totals.caption', { hiringN: Math.min(...hirings), base })
        : names.text('results.totals.plainCaption', { base }),
    name: `totals-${part.part}`,
    part: part.part,
    axis: zeroAxis(names.text('results.totals.axis'), toMs(most)),
    rows: rows.map((row) => rowOf(row, names)),
    table,
  };
}

function rowOf({ look, summary, withHiring }: Row, names: Names): FigureRow {
  const { colour } = look;
  const to = toMs(summary.headline.estimate);
  const total = durationInMs(summary.headline);
  const bar: BarPiece[] = [{ from: 0, to, colour, inWords: `${names.text('results.totals.hired')}: ${total}` }];
  const hiring = names.text('results.totals.withHiring');
  if (withHiring) {
    const end = Math.max(to, toMs(withHiring.estimate));
    bar.push({ from: to, to: end, colour, isPale: true, inWords: `${hiring}: ${durationInMs(withHiring)}` });
  }
  return {
    name: look.name,
    look,
    bar,
    whisker: estimateInMs(summary.headline),
    singles: roundPoints(summary, true),
    labels: withHiring ? [total, `${hiring} ${threeDigits(withHiring.estimate / 1e6)} ms`] : [total],
  };
}

function tableOf(names: Names, rows: readonly Row[], isTotal: boolean): ValueTable {
  const of = (key: string): string => names.text(`results.totals.${key}`);
  const bound = (which: 'low' | 'high'): string => `${of(which)} (ms)`;
  // A headline that is not a total has no hiring on top.
  const addsHiring = isTotal && rows.some(({ summary }) => summary.headlineWithHiring);
  const withHiring = of('withHiring');
  const hiringColumns = [
    `${withHiring} (ms)`,
    ...(['low', 'high'] as const).map((which) => `${withHiring}, ${bound(which)}`),
    of('hiringN'),
  ];
  return {
    columns: [
      of('condition'),
      `${of('hired')} (ms)`,
      bound('low'),
      bound('high'),
      ...(addsHiring ? hiringColumns : []),
      of('n'),
      of('outliers'),
      of('slowRounds'),
      `${of('warmUp')} (ms)`,
    ],
    rows: rows.map(({ look, summary }) => [
      look.name,
      ...valuesInMs(summary.headline),
      ...(addsHiring ? hiringCells(summary.headlineWithHiring, names.text('results.wages.unknown')) : []),
      summary.headlinesNs.length,
      summary.outliers.length,
      summary.slowRounds.length,
      summary.warmUpNs === undefined ? '' : toMs(summary.warmUpNs),
    ]),
  };
}

function valuesInMs({ estimate, low, high }: ConditionSummary['headline']): number[] {
  return [estimate, low, high].map(toMs);
}

function hiringCells(interval: ConditionSummary['headlineWithHiring'], unknown: string): (string | number)[] {
  return interval ? [...valuesInMs(interval), interval.n] : [unknown, unknown, unknown, unknown];
}
