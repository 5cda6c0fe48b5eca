import type { PartSummary } from '../analysis/types';
import { formatDurationInterval } from '../texts/format';
import type { Table } from './blocks';
import { partOf, type ReportContext } from './context';
import { untold } from './verdicts';

/** The parts whose tasks have names of their own; of others only how long all took is told. */
export function partsWithNamedTasks(context: ReportContext): readonly PartSummary[] {
  return context.analysis.parts.filter(
    ({ part, conditions }) => conditions.length > 0 && (partOf(context, part)?.tasks.length ?? 0) > 0,
  );
}

/** When each task of a part is done under each condition. */
export function servedTable(context: ReportContext, part: PartSummary): Table {
  const { names } = context;
  const tasks = partOf(context, part.part)?.tasks ?? [];
  return {
    caption: names.text('results.served.table', { part: names.part(part.part) }),
    columns: [
      { label: names.text('results.served.condition') },
      ...tasks.map((task) => ({ label: names.task(task), numeric: true })),
    ],
    rows: part.conditions.map(({ condition, served }) => [
      names.condition(condition),
      ...tasks.map((task) => {
        const found = served.find((one) => one.task === task);
        return found ? formatDurationInterval(found.time) : untold;
      }),
    ]),
  };
}
