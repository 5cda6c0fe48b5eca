import type { Figure, MatrixFigure } from '../../figures/figure';
import { baseCaption } from '../../figures/looks';
import { wilsonPercent } from '../../statistics/wilson';
import type { ReportContext } from '../../words/context';
import { measuredPart } from '../observation';
import { dinnersOf, firstDeadlock } from './dinners';

/** Deadlocks of each table, and the cycle of the first one. */
export function sharedStoveFigures(context: ReportContext): readonly Figure[] {
  return [deadlocksFigure(context), cycleFigure(context)].flatMap((figure) => figure ?? []);
}

/** Deadlocks per 100 dinners of each table, with the interval. Undefined where nothing was measured. */
export function deadlocksFigure(context: ReportContext): MatrixFigure | undefined {
  const { names, record } = context;
  const part = measuredPart(context, 'table');
  const seen = dinnersOf(record).filter(({ dinners }) => dinners > 0);
  if (!part || seen.length === 0) return undefined;
  const of = (key: string, values = {}): string => names.text(`dinners.${key}`, values);
  const perHundred = (count: number, n: number): string => {
    const { estimate, low, high } = wilsonPercent(count, n);
    return `${estimate} [${low}, ${high}]`;
  };
  const columns = ['deadlocks', 'perHundred', 'putBack'];
  const rows = seen.map(({ table, dinners, deadlocked, putBack }) => {
    const lines = [
      of('counted', { deadlocked, dinners }),
      perHundred(deadlocked, dinners),
      of('times', { count: putBack }),
    ];
    const name = names.condition(table);
    return {
      name,
      cells: lines.map((line, index) => ({
        lines: [line],
        badges: [],
        ...(index === 0 && { shade: deadlocked / dinners }),
        inWords: `${name}, ${of(`column.${columns[index] ?? ''}`)}: ${line}.`,
      })),
    };
  });
  return {
    kind: 'matrix',
    title: of('title'),
    lead: of('lead'),
    caption: of('caption', { base: baseCaption(context, part) }),
    name: 'deadlocks',
    part: part.part,
    corner: of('corner'),
    columns: columns.map((column) => of(`column.${column}`)),
    rows,
    table: {
      columns: [of('corner'), ...columns.map((column) => of(`column.${column}`))],
      rows: rows.map(({ name, cells }) => [name, ...cells.map(({ lines }) => lines.join('; '))]),
    },
  };
}

/** Who had which fork and waited for which, in the first deadlock that was found. Undefined where there was none. */
function cycleFigure(context: ReportContext): MatrixFigure | undefined {
  const { names, record } = context;
  const part = measuredPart(context, 'table');
  const found = firstDeadlock(record);
  if (!part || !found) return undefined;
  const of = (key: string, values = {}): string => names.text(`cycle.${key}`, values);
  const philosopher = (index: number): string => of('philosopher', { n: index + 1 });
  const fork = (index: number): string => of('fork', { n: index + 1 });
  const rows = found.cycle.map(({ who, lock, heldBy }) => {
    // What it has is what the one before it on the cycle waits for.
    const has = found.cycle.find((wait) => wait.heldBy === who)?.lock ?? lock;
    const lines = [fork(has), fork(lock), philosopher(heldBy)];
    const [one = '', two = '', three = ''] = lines;
    const words = of('sentence', { who: philosopher(who), has: one, lock: two, heldBy: three });
    return { name: philosopher(who), cells: lines.map((line) => ({ lines: [line], badges: [], inWords: words })) };
  });
  const columns = ['has', 'waits', 'heldBy'].map((column) => of(`column.${column}`));
  return {
    kind: 'matrix',
    title: of('title'),
    lead: of('lead'),
    caption: of('caption', { round: found.round, dinner: found.dinner + 1, base: baseCaption(context, part) }),
    name: 'cycle',
    part: part.part,
    corner: of('corner'),
    columns,
    rows,
    table: {
      columns: [of('corner'), ...columns],
      rows: rows.map(({ name, cells }) => [name, ...cells.map(({ lines }) => lines.join('; '))]),
    },
  };
}
