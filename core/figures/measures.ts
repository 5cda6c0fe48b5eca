import type { MeasureId } from '../experiments/measures';
import type { MeasureSummary, PartSummary } from '../analysis/types';
import { capitalised, formatMeasure } from '../texts/format';
import { translate } from '../texts/translate';
import type { ReportContext } from '../words/context';
import { zeroAxis } from './axes';
import type { RowsFigure } from './figure';
import { baseCaption, measuredLooks } from './looks';

/** Nanoseconds as milliseconds, a share as percent, to three decimals. */
function shown(unit: MeasureSummary['unit'], value: number): number {
  const scaled = unit === 'ns' ? value / 1e6 : value * 100;
  return Math.round(scaled * 1e3) / 1e3;
}

/**
 * One measure of every condition of a part as a bar from zero with its interval and single rounds; undefined if no
 * condition has it.
 */
export function measureFigure(context: ReportContext, part: PartSummary, measure: MeasureId): RowsFigure | undefined {
  const { names } = context;
  const rows = measuredLooks(context, part, true).flatMap(({ look, summary: { measures } }) => {
    const summary = measures.find((one) => one.measure === measure);
    return summary ? [{ look, summary, at: (value: number) => shown(summary.unit, value) }] : [];
  });
  const [first] = rows;
  if (!first) return undefined;
  const name = translate(`glossary.measure.${measure}`);
  const axis = names.text(`results.measures.${first.summary.unit === 'ns' ? 'axisMs' : 'axisPercent'}`, {
    measure: capitalised(name),
  });
  const most = Math.max(...rows.flatMap(({ summary: { value, values }, at }) => [value.high, ...values].map(at)));
  return {
    kind: 'rows',
    title: names.text('results.measures.title', { part: names.part(part.part), measure: name }),
    caption: names.text('results.measures.caption', { base: baseCaption(context, part) }),
    name: `${measure}-${part.part}`,
    part: part.part,
    axis: zeroAxis(axis, most),
    rows: rows.map(({ look, summary: { unit, value, values }, at }) => ({
      name: look.name,
      look,
      bar: [{ from: 0, to: at(value.estimate), colour: look.colour, inWords: formatMeasure(unit, value) }],
      whisker: { estimate: at(value.estimate), low: at(value.low), high: at(value.high) },
      singles: values.map((one) => ({ value: at(one), kind: 'round' as const })),
      labels: [formatMeasure(unit, value)],
    })),
    table: {
      columns: ['condition', 'value', 'low', 'high', 'n'].map((column) =>
        column === 'value' ? axis : names.text(`results.measures.${column}`),
      ),
      rows: rows.map(({ look, summary: { value }, at }) => [
        look.name,
        at(value.estimate),
        at(value.low),
        at(value.high),
        value.n,
      ]),
    },
  };
}
