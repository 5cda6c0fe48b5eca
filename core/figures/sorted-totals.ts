import type { PartSummary } from '../analysis/types';
import { formatDuration, plainNumber } from '../texts/format';
import type { ReportContext } from '../words/context';
import { logAxis } from './axes';
import type { RowsFigure } from './figure';
import { baseCaption, durationInMs, estimateInMs, measuredLooks, toMs } from './looks';
import { roundPoints } from './round-points';
import type { ValueTable } from './value-table';

/**
 * Totals of many conditions as dots, the fastest first, on an axis that counts in ratios: what hiring costs stands beside them in
 * words, where it does not stretch the axis.
 */
export function sortedTotalsFigure(context: ReportContext, part: PartSummary, table: ValueTable): RowsFigure {
  const { names, analysis } = context;
  const rows = measuredLooks(context, part, true)
    .filter(({ look }) => look.definition.idle !== true)
    .toSorted((a, b) => a.summary.headline.estimate - b.summary.headline.estimate);
  const hiringOf = (condition: string) => analysis.wages.find((one) => one.condition === condition)?.hiring;
  const values = rows.flatMap(({ summary: { headlinesNs, headline } }) => [
    ...headlinesNs,
    headline.low,
    headline.high,
  ]);
  return {
    kind: 'rows',
    title: names.text('results.totals.title', { part: names.part(part.part) }),
    caption: names.text('figures.sorted.caption', { base: baseCaption(context, part) }),
    name: `totals-${part.part}`,
    part: part.part,
    axis: logAxis(names.text('figures.sorted.axis'), values.map(toMs), plainNumber),
    rows: rows.map(({ look, summary }) => {
      const total = durationInMs(summary.headline);
      const hiring = hiringOf(look.id);
      return {
        name: look.name,
        look,
        marks: [{ look, value: estimateInMs(summary.headline), inWords: total }],
        singles: roundPoints(summary, false),
        labels: hiring
          ? [total, names.text('figures.sorted.hiring', { time: formatDuration(hiring.estimate) })]
          : [total],
      };
    }),
    table,
  };
}
