import { measureUnits, type MeasureId } from '../experiments/measures';
import type { PartSummary } from '../analysis/types';
import { formatMeasure } from '../texts/format';
import type { Table } from './blocks';
import { partOf, type ReportContext } from './context';
import { untold } from './verdicts';

/** More columns than this do not fit a page. */
const measuresInTable = 3;

/** What a part measures beside its headline. */
export function measuresOf(context: ReportContext, part: string): readonly MeasureId[] {
  return partOf(context, part)?.measures ?? [];
}

/** What a part measures beside its headline, in as many tables as the width of a page needs. */
export function measuresTables(context: ReportContext, part: PartSummary): readonly Table[] {
  const { names } = context;
  const measures = measuresOf(context, part.part);
  const groups = Array.from({ length: Math.ceil(measures.length / measuresInTable) }, (_, index) =>
    measures.slice(index * measuresInTable, (index + 1) * measuresInTable),
  );
  return groups.map((group) => ({
    caption: names.text('results.measures.table', { part: names.part(part.part) }),
    columns: [
      { label: names.text('results.measures.condition') },
      ...group.map((measure) => ({ label: names.measure(measure), numeric: true })),
      { label: names.text('results.measures.n'), numeric: true },
    ],
    rows: part.conditions.map((one) => [
      names.condition(one.condition),
      ...group.map((measure) => {
        const found = one.measures.find((summary) => summary.measure === measure);
        return found ? formatMeasure(measureUnits[measure], found.value) : untold;
      }),
      one.headline.n,
    ]),
  }));
}
