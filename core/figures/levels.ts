import type { ConditionSummary, PartSummary } from '../analysis/types';
import type { MeasureId } from '../experiments/measures';
import { measureUnits } from '../experiments/measures';
import { capitalised, formatMeasure } from '../texts/format';
import { partOf, type ReportContext } from '../words/context';
import { levelValues } from '../words/levels';
import { findingMark, untold } from '../words/verdicts';
import type { MatrixFigure, MatrixFigureCell } from './figure';
import { baseCaption } from './looks';

/**
 * Every question about single conditions of a part as a matrix: conditions by measures, each with its limit and how it stands to
 * theory. What was measured without being asked about is shown without a limit. Undefined for a part that asks nothing.
 */
export function levelsFigure(context: ReportContext, part: PartSummary): MatrixFigure | undefined {
  const { names } = context;
  if (part.levels.length === 0) return undefined;
  const of = (key: string, values = {}): string => names.text(`results.levels.${key}`, values);
  const measures = [...new Set(part.levels.map(({ measure }) => measure))];
  const asked = part.conditions.filter(({ condition }) => part.levels.some((one) => one.condition === condition));
  const columns = measures.map((measure) => capitalised(names.measure(measure)));
  const rows = asked.map((summary) => ({
    name: names.condition(summary.condition),
    cells: measures.map((measure) => cellOf(context, part, summary, measure)),
  }));
  if (rows.length === 0) return undefined;
  return {
    kind: 'matrix',
    title: of('matrixTitle', { part: names.part(part.part) }),
    lead: of('lead'),
    caption: of('matrixCaption', { base: baseCaption(context, part) }),
    name: `levels-${part.part}`,
    part: part.part,
    corner: names.text('results.measures.condition'),
    columns,
    rows,
    table: {
      columns: [names.text('results.measures.condition'), ...columns],
      rows: rows.map(({ name, cells }) => [name, ...cells.map(({ lines }) => lines.join('; '))]),
    },
  };
}

function cellOf(
  context: ReportContext,
  part: PartSummary,
  summary: ConditionSummary,
  measure: MeasureId,
): MatrixFigureCell {
  const { names } = context;
  const level = part.levels.find((one) => one.condition === summary.condition && one.measure === measure);
  const subject = names.subject(summary.condition);
  if (level) {
    const { value, threshold } = levelValues(level);
    const mark = findingMark(level.finding, names);
    const verdict = names.glossary(`level.${level.verdict ?? level.finding}`);
    const limit = names.text('results.levels.limit', { verdict, threshold });
    return {
      lines: [value, limit],
      badges: [mark],
      inWords: `${subject}: ${names.measure(measure)} ${value}, ${limit}, ${mark.words}.`,
    };
  }
  const seen = valueOf(context, part, summary, measure);
  return { lines: [seen], badges: [], inWords: `${subject}: ${names.measure(measure)} ${seen}.` };
}

function valueOf(
  context: ReportContext,
  part: PartSummary,
  { headline, measures }: ConditionSummary,
  measure: MeasureId,
): string {
  const isHeadline = (partOf(context, part.part)?.headline ?? 'total') === measure;
  const value = isHeadline ? headline : measures.find((one) => one.measure === measure)?.value;
  return value ? formatMeasure(measureUnits[measure], value) : untold;
}
