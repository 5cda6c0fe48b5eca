import type { PartSummary } from '../../analysis/types';
import type { MatrixFigure, MatrixFigureCell } from '../../figures/figure';
import { baseCaption } from '../../figures/looks';
import type { ReportContext } from '../../words/context';
import { observedOutcomes, percentOf, shareOf, type ObservedOutcomes } from './observed';
import { possibleOutcomes, turnsOf, type Possible } from './possible';

type Of = (key: string, values?: Readonly<Record<string, string | number>>) => string;

interface OutcomeRow {
  readonly possible: Possible;
  readonly counter: number;
  readonly observed: ObservedOutcomes | undefined;
}

/**
 * Every value that the counter can end with, or did: what enumeration says of it in columns of its own, and how many trials ended
 * with it in others. Undefined where nothing was measured.
 */
export function outcomesFigure(context: ReportContext, part: PartSummary): MatrixFigure | undefined {
  const { names, record } = context;
  const of: Of = (key, values = {}) => names.text(`outcomes.${key}`, values);
  const all = possibleOutcomes().map((possible) => {
    return { possible, observed: observedOutcomes(record.cells, possible.condition) };
  });
  if (all.every(({ observed }) => observed === undefined)) return undefined;
  // What is possible under one condition, or occurred, is asked of all of them.
  const counters = new Set(
    all.flatMap(({ possible, observed }) => [
      ...possible.outcomes.map(({ counter }) => counter),
      ...(observed?.times.keys() ?? []),
    ]),
  );
  const rows = all.flatMap(({ possible, observed }) =>
    [...counters].sort((a, b) => a - b).map((counter): OutcomeRow => ({ possible, counter, observed })),
  );
  const nameOf = ({ possible, counter }: OutcomeRow): string =>
    of('row', { condition: names.condition(possible.condition), counter });
  return {
    kind: 'matrix',
    title: of('title'),
    lead: of('lead'),
    caption: of('caption', { base: baseCaption(context, part) }),
    name: 'outcomes',
    part: part.part,
    corner: of('corner'),
    columns: ['schedules', 'example', 'observed', 'share'].map((column) => of(`column.${column}`)),
    rows: rows.map((row) => ({ name: nameOf(row), cells: cellsOf(row, nameOf(row), of) })),
    table: {
      columns: ['condition', 'counter', 'schedules', 'ofSchedules', 'example', 'trials', 'observed', 'low', 'high'].map(
        (column) => of(`table.${column}`),
      ),
      rows: rows.map((row) => {
        const { possible, counter, observed } = row;
        const share = observed && percentOf(observed, counter);
        return [
          names.condition(possible.condition),
          counter,
          schedulesTo(row),
          possible.schedules,
          exampleOf(row, of),
          observed?.trials ?? of('notMeasured'),
          observed ? (observed.times.get(counter) ?? 0) : of('notMeasured'),
          share ? share.low : of('notMeasured'),
          share ? share.high : of('notMeasured'),
        ];
      }),
    },
  };
}

function schedulesTo({ possible, counter }: OutcomeRow): number {
  return possible.outcomes.find((one) => one.counter === counter)?.schedules ?? 0;
}

/** One schedule that leads to the outcome, as runs of turns of the same thread; of an impossible one: none. */
function exampleOf({ possible, counter }: OutcomeRow, of: Of): string {
  const example = possible.outcomes.find((one) => one.counter === counter)?.example;
  if (!example) return of('none');
  const runs: { thread: number; instructions: string[] }[] = [];
  for (const { thread, instruction } of turnsOf(possible, example)) {
    const last = runs.at(-1);
    if (last?.thread === thread) last.instructions.push(of(`instruction.${instruction}`));
    else runs.push({ thread, instructions: [of(`instruction.${instruction}`)] });
  }
  return runs
    .map(({ thread, instructions }) => of('run', { thread: of(`thread.${thread}`), all: instructions.join(', ') }))
    .join('; ');
}

function cellsOf(row: OutcomeRow, name: string, of: Of): MatrixFigureCell[] {
  const { possible, counter, observed } = row;
  const count = schedulesTo(row);
  const schedules = of('schedules', { count, all: possible.schedules });
  const example = exampleOf(row, of);
  const possibleInWords = of(count > 0 ? 'possible' : 'impossible', { name, schedules, example });
  const cells: MatrixFigureCell[] = [schedules, example].map((line) => {
    return { lines: [line], badges: [], inWords: possibleInWords };
  });
  if (!observed) return [...cells, ...['', ''].map(() => ({ lines: [of('notMeasured')], badges: [], inWords: name }))];
  const trials = of('trials', { times: observed.times.get(counter) ?? 0, trials: observed.trials });
  const { estimate, low, high } = percentOf(observed, counter);
  const inPercent = of('percent', { share: estimate, low, high });
  const inWords = of('observedInWords', { name, trials, percent: inPercent });
  return [
    ...cells,
    { lines: [trials], badges: [], shade: shareOf(observed, counter).estimate, inWords },
    { lines: [inPercent], badges: [], inWords },
  ];
}
