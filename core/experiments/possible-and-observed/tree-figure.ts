import type { PartSummary } from '../../analysis/types';
import type { BarPiece, FigureRow, RowsFigure } from '../../figures/figure';
import { conditionLook, type ConditionLook } from '../../figures/looks';
import { lossLook, stateColours, stateInks } from '../../figures/palette';
import type { ReportContext } from '../../words/context';
import { possibleOutcomes, schedulesOfFirst, turnsOf, type Possible, type Turn } from './possible';

type Of = (key: string, values?: Readonly<Record<string, string | number>>) => string;

const gap = 0.05;
/** Who goes first, and who goes second; a letter in each piece tells them apart too. */
const looks = [
  { colour: stateColours.busy, ink: stateInks.busy },
  { colour: stateColours.messaging, ink: stateInks.messaging },
] as const;
const keptColour = { colour: stateColours.idle, ink: stateInks.idle } as const;

/**
 * Every schedule of each condition as a path from its first turn to its outcome. Paths that begin alike share their pieces: a turn
 * is drawn in the first row that has it, and the rows below it branch off where they go on otherwise. Nothing in it was run.
 */
export function treeFigure(context: ReportContext, part: PartSummary): RowsFigure | undefined {
  const { names } = context;
  const of: Of = (key, values = {}) => names.text(`tree.${key}`, values);
  const trees = possibleOutcomes().flatMap((possible) => {
    const look = conditionLook(context, possible.condition);
    return look ? [{ possible, look, paths: pathsOf(possible) }] : [];
  });
  if (trees.length === 0) return undefined;
  const longest = Math.max(...trees.flatMap(({ paths }) => paths.map(({ turns }) => turns.length)));
  return {
    kind: 'rows',
    title: of('title'),
    caption: of('caption'),
    name: 'tree',
    part: part.part,
    axis: {
      title: of('axis'),
      from: 0,
      to: longest + 1,
      ticks: Array.from({ length: longest }, (_, turn) => turn + 0.5),
      tick: (value) => String(value + 0.5),
    },
    rows: trees.flatMap(({ possible, look, paths }) => rowsOf(possible, look, paths, of)),
    table: {
      columns: ['condition', 'schedule', 'counter'].map((column) => of(`column.${column}`)),
      rows: trees.flatMap(({ look, paths }) =>
        paths.map(({ turns, counter }) => {
          const schedule = turns.map((turn) => turnName(turn, of)).join(', ');
          return [look.name, schedule, counter ?? of('stuck')];
        }),
      ),
    },
  };
}

interface Path {
  readonly turns: readonly Turn[];
  readonly counter: number | null;
  /** Turns that the path before has as well. */
  readonly shared: number;
}

function pathsOf(possible: Possible): Path[] {
  const schedules = schedulesOfFirst(possible);
  return schedules.map(({ turns, counter }, index) => {
    const before = schedules[index - 1]?.turns ?? [];
    const differs = turns.findIndex((thread, turn) => thread !== before[turn]);
    return { turns: turnsOf(possible, turns), counter, shared: differs < 0 ? turns.length : differs };
  });
}

const turnName = ({ thread, instruction }: Turn, of: Of): string =>
  of('turn', { thread: of(`thread.${thread}`), instruction: of(`instruction.${instruction}`) });

function rowsOf(possible: Possible, look: ConditionLook, paths: readonly Path[], of: Of): FigureRow[] {
  const heading = of(paths.length === 1 ? 'headingOne' : 'heading', {
    condition: look.name,
    schedules: possible.schedules,
    drawn: paths.length,
  });
  return [
    { name: heading, look, isHeading: true },
    ...paths.map(({ turns, counter, shared }): FigureRow => {
      const ends = counter === null ? of('stuck') : of('ends', { counter });
      const result = counter !== null && counter < 2 ? lossLook : keptColour;
      const path = turns.map((turn) => turnName(turn, of)).join(', ');
      return {
        name: turns.map(({ thread }) => of(`thread.${thread}`)).join(''),
        look,
        bar: [
          ...turns.slice(shared).map((turn, index): BarPiece => {
            const from = shared + index;
            const { colour, ink } = looks[turn.thread] ?? looks[0];
            const text = turnName(turn, of);
            return { from, to: from + 1 - gap, colour, inWords: text, label: { text, ink } };
          }),
          {
            from: turns.length,
            to: turns.length + 1 - gap,
            colour: result.colour,
            inWords: of('path', { path, ends }),
            label: { text: counter === null ? of('stuck') : String(counter), ink: result.ink },
          },
        ],
      };
    }),
  ];
}
