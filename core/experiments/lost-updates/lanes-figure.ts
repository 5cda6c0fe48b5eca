import { provenOrder, type LoggedUpdate, type ProvenOrder } from '../../analysis/proven-order';
import type { PartSummary } from '../../analysis/types';
import type { BarPiece, FigureRow, RowsFigure } from '../../figures/figure';
import { baseCaption, looksOfPart, type ConditionLook } from '../../figures/looks';
import { lossLook, stateColours, stateInks } from '../../figures/palette';
import type { CellRecord } from '../../record/events';
import type { ReportContext } from '../../words/context';
import { trialsOf } from './trials-figure';

/** Updates that are drawn before the place where the order ends. */
const mostDrawn = 6;
/** How wide what is not told is drawn: it has no places. */
const untoldWidth = 3;
const gap = 0.06;

type Of = (key: string, values?: Readonly<Record<string, string | number>>) => string;

interface Recorded {
  readonly look: ConditionLook;
  readonly cell: CellRecord;
  readonly order: ProvenOrder;
}

/**
 * What two adders read and wrote, in the order that the values prove, without protection and with it: above them whether the
 * counter still is the number of updates done. Undefined where nobody wrote anything down.
 */
export function lanesFigure(context: ReportContext, part: PartSummary): RowsFigure | undefined {
  const { names, record } = context;
  const of: Of = (key, values = {}) => names.text(`lanes.${key}`, values);
  const recorded = looksOfPart(context, part.part, false).flatMap((look): Recorded[] => {
    const cells = record.cells.filter((cell) => {
      return cell.part === part.part && cell.condition === look.id && cell.round > 0 && cell.logs !== undefined;
    });
    const all = cells.map((cell) => ({ look, cell, order: provenOrder(cell.logs ?? []) }));
    // The first round that shows it; the caption says which.
    const shown = all.find(({ order }) => order.collision.length > 0) ?? all[0];
    return shown ? [shown] : [];
  });
  if (recorded.length === 0) return undefined;
  const adderName = (adder: number): string => of(`who.${part.part}`, { n: adder + 1 });
  const widths = recorded.map(({ order }) => drawnOf(order).length + (order.collision.length > 0 ? 1 : 0));
  const width = Math.max(...widths) + untoldWidth;
  const notes = recorded.map(({ look, order }) => {
    const { lossy = 0, trials = 0 } = trialsOf(record.cells, part.part, look.id) ?? {};
    return of('loss', { condition: look.name, note: noteOf(order, of), lossy, trials });
  });
  return {
    kind: 'rows',
    title: of('title', { part: names.part(part.part) }),
    caption: of('caption', { loss: notes.join(' '), base: baseCaption(context, part) }),
    name: `lanes-${part.part}`,
    part: part.part,
    axis: { title: of('axis'), from: 0, to: width, ticks: [], tick: String },
    rows: recorded.flatMap((one) => rowsOf(one, of, adderName)),
    table: {
      columns: ['condition', 'place', 'adder', 'readColumn', 'writtenColumn', 'state'].map((key) => of(key)),
      rows: recorded.flatMap(({ look, order: { proven, collision } }) =>
        [
          ...proven.map((update, n) => ({ update, n, state: 'provenState' })),
          ...collision.map((update) => ({ update, n: proven.length, state: 'brokenState' })),
        ].map(({ update, n, state }) => {
          return [look.name, n + 1, adderName(update.adder), update.read, update.written, of(state)];
        }),
      ),
    },
  };
}

/** The proven updates that are drawn: the last before the order ends. */
function drawnOf({ proven }: ProvenOrder): readonly LoggedUpdate[] {
  return proven.slice(-mostDrawn);
}

/** Which of the updates are drawn. */
function noteOf(order: ProvenOrder, of: Of): string {
  const { proven, collision } = order;
  const shown = drawnOf(order).length;
  return collision.length > 0 ? of('earlier', { n: proven.length - shown }) : of('proven', { n: proven.length, shown });
}

function rowsOf({ look, cell, order }: Recorded, of: Of, adderName: (adder: number) => string): FigureRow[] {
  const drawn = drawnOf(order);
  const { collision, untold } = order;
  const at = (place: number, width = 1): { from: number; to: number } => ({ from: place, to: place + width - gap });
  const afterwards = drawn.length + (collision.length > 0 ? 1 : 0);
  const plain = { colour: stateColours.busy, label: stateInks.busy };
  const piece = (update: LoggedUpdate, place: number, isLost: boolean): BarPiece => ({
    ...at(place),
    colour: isLost ? lossLook.colour : plain.colour,
    inWords: of(isLost ? 'collision' : 'update', {
      adder: adderName(update.adder),
      read: update.read,
      written: update.written,
    }),
    label: { text: `${update.read} → ${update.written}`, ink: isLost ? lossLook.ink : plain.label },
  });
  const notTold = (inWords: string): BarPiece => ({
    ...at(afterwards, untoldWidth),
    colour: stateColours.idle,
    isPale: true,
    inWords,
    label: { text: of('untoldShort'), ink: stateInks.idle },
  });
  const adders = [...untold.keys()].sort((a, b) => a - b);
  const done = order.proven.length;
  const [first] = collision;
  const counter: BarPiece[] = [
    ...(drawn.length > 0
      ? [
          {
            ...at(0, drawn.length),
            colour: stateColours.busy,
            isPale: true,
            inWords: of('holds'),
            label: { text: of('unbroken'), ink: stateInks.idle },
          },
        ]
      : []),
    ...(first
      ? [
          {
            ...at(drawn.length),
            colour: lossLook.colour,
            inWords: of('breaks', { updates: done + collision.length, counter: first.written }),
            label: { text: of('broken'), ink: lossLook.ink },
          },
        ]
      : []),
  ];
  const adderRows = adders.map((adder): FigureRow => {
    const left = untold.get(adder) ?? 0;
    return {
      name: adderName(adder),
      look,
      bar: [
        ...drawn.flatMap((update, place) => (update.adder === adder ? [piece(update, place, false)] : [])),
        ...collision.flatMap((update) => (update.adder === adder ? [piece(update, drawn.length, true)] : [])),
        ...(left > 0 ? [notTold(of('untold', { n: left, adder: adderName(adder) }))] : []),
      ],
    };
  });
  return [
    { name: of('heading', { condition: look.name, round: cell.round }), look, isHeading: true },
    { name: of('counter'), look, bar: counter },
    ...adderRows,
  ];
}
