import type { MeasureId } from '../experiments/measures';
import type { MeasureSummary, PartSummary } from '../analysis/types';
import { capitalised, formatMeasure } from '../texts/format';
import { translate } from '../texts/translate';
import type { ReportContext } from '../words/context';
import { zeroAxis } from './axes';
import type { RowsFigure } from './figure';
import { baseCaption, measuredLooks } from './looks';

/** What a drawn value is multiplied by, and the text of the axis with its unit. */
const scales = {
  ns: { factor: 1e-6, axis: 'axisMs' },
  share: { factor: 100, axis: 'axisPercent' },
  count: { factor: 1, axis: 'axisCount' },
  bytes: { factor: 1e-3, axis: 'axisKilobytes' },
} as const satisfies Readonly<Record<MeasureSummary['unit'], unknown>>;

/** To three decimals of the unit in which it is drawn. */
function shown(unit: MeasureSummary['unit'], value: number): number {
  return Math.round(value * scales[unit].factor * 1e3) / 1e3;
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
  const axis = names.text(`results.measures.${scales[first.summary.unit].axis}`, {
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
