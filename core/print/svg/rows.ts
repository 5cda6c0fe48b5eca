import type { FigureRow, Instants, RowMark, RowsFigure, SingleValue } from '../../figures/figure';
import { html, type Fragment, type Markup } from '../html';
import { inPages } from '../pages';
import {
  acrossAxis,
  axisHeight,
  box,
  cross,
  figureWidth,
  fits,
  group,
  inLines,
  legendRows,
  marker,
  px,
  rowLabel,
  scaleOf,
  stroke,
  whisker,
  widthOf,
  lettering,
  type Scale,
} from './drawing';
import type { Picture } from './picture';

/** Room for the longest name, which is set in two lines where it is longer. */
const widestName = 190;
const nameStart = 17;
/** Between rows of a lane each: close, or far enough for a name at each mark. */
const laneSteps = { plain: 6, named: 13 } as const;
const mostLanesHeight = 120;

/** Where the columns of a figure stand. */
interface Columns {
  readonly nameWidth: number;
  readonly scale: Scale;
  readonly laneStep: number;
  readonly height: number;
}

/** Rows on a common axis, in as many pictures as pages are needed, all on one scale. */
export function rowsPictures(figure: RowsFigure): readonly Picture[] {
  const columns = columnsOf(figure);
  const { scale, height } = columns;
  const legend = legendRows(
    (figure.legend ?? []).map(({ name, colour }) => ({
      name,
      room: 14,
      sample: (x: number, y: number) => box('swatch', x, y - 6, 10, 10, colour),
    })),
    0,
  );
  const top = legend.height + 4;
  return inPages(figure.rows.map((item) => ({ height, item }))).map((page) => {
    const bottom = top + page.length * height;
    const rows = page.map(({ item }, index) => drawRow(item, columns, top + (index + 0.5) * height));
    const { divide } = figure;
    const bands = page.map(({ item: { band } }, index) => {
      const y = top + index * height;
      return band && bandMark(scale.at(band.low), scale.at(band.high), y, y + height);
    });
    const content = html`${legend.markup}${bands} ${acrossAxis(figure.axis, scale, top, bottom)}
    ${divide === undefined ? undefined : stroke('baseline', `M${px(scale.at(divide))} ${px(top)}V${px(bottom)}`)}${rows}`;
    return { height: bottom + axisHeight, content };
  });
}

function columnsOf({ axis, rows }: RowsFigure): Columns {
  const nameWidth = Math.max(
    40,
    ...rows
      .filter(({ isHeading }) => isHeading !== true)
      .flatMap(({ name }) => inLines(name, widestName).map((line) => widthOf(line ?? ''))),
  );
  const beside = rows.flatMap(({ labels = [] }) => labels.map((label) => widthOf(label ?? '') + 12));
  const atMarks = rows.flatMap(({ marks = [] }) =>
    marks.map(({ label }) => (label === undefined ? 0 : widthOf(label) + 12)),
  );
  const scale = scaleOf(axis, nameStart + nameWidth + 14, figureWidth - Math.max(16, ...beside, ...atMarks));
  const lanes = Math.max(...rows.map(lanesOf));
  const isNamed = atMarks.some((width) => width > 0);
  const laneStep = isNamed ? laneSteps.named : Math.min(laneSteps.plain, mostLanesHeight / lanes);
  const hasMore = rows.some(({ singles = [], instants = [] }) => singles.length + instants.length > 0);
  const isTwoLined = rows.some(({ name }) => inLines(name, nameWidth + 1).length > 1);
  return { nameWidth, scale, laneStep, height: Math.max(hasMore ? 33 : isTwoLined ? 27 : 23, 10 + laneStep * lanes) };
}

function lanesOf({ marks = [] }: FigureRow): number {
  return Math.max(1, ...marks.map(({ lane = 0 }) => lane + 1));
}

function bandMark(low: number, high: number, top: number, bottom: number): Markup {
  return stroke('noise', `M${px(low)} ${px(top)}H${px(Math.max(low + 0.8, high))}V${px(bottom)}H${px(low)}z`);
}

function drawRow(row: FigureRow, { nameWidth, scale, laneStep }: Columns, y: number): Markup {
  if (row.isHeading) return lettering('value', 0, y + 3.6, row.name);
  const { name, look, bar = [], singles = [], marks = [], instants = [], link, labels } = row;
  const barY = instants.length > 0 ? y + 6 : singles.length > 0 && bar.length > 0 ? y - 4 : y;
  const pieces = bar.map((piece) => {
    const [x, end] = [scale.at(piece.from), scale.at(piece.to)];
    const kind = piece.isPale ? 'piece pale' : 'piece';
    const text =
      piece.label && fits(piece.label.text, end - x)
        ? lettering('inside', (x + end) / 2, barY + 3.4, piece.label.text, { anchor: 'middle', ink: piece.label.ink })
        : undefined;
    const half = instants.length > 0 ? 4.5 : 8;
    return html`${box(kind, x, barY - half, end - x, 2 * half, piece.colour)}${text}`;
  });
  const lanes = lanesOf(row);
  const at = ({ lane = 0 }: RowMark): number => y + (lane - (lanes - 1) / 2) * laneStep;
  return group(
    rowLabel(look, name, y, nameWidth + 1),
    pieces,
    link && stroke('lead', `M${px(scale.at(link[0]))} ${px(y)}H${px(scale.at(link[1]))}`),
    row.whisker && whisker(scale.at(row.whisker.low), scale.at(row.whisker.high), barY),
    singles.map((single, index) => singleMark(single, look.colour, scale, y + 11.5, index)),
    marks.map((mark) => drawMark(mark, scale, at(mark), lanes)),
    instants.map((one) => drawInstants(one, look.colour, scale, y)),
    labels && rowLabels(labels, scale.end + 12, y),
  );
}

function rowLabels([first, second]: NonNullable<FigureRow['labels']>, x: number, y: number): Fragment {
  if (second === undefined) return lettering('value', x, y + 3.6, first);
  return [lettering('value', x, y - 2, first), lettering('value minor', x, y + 10, second)];
}

function drawMark({ look, value, label }: RowMark, scale: Scale, y: number, lanes: number): Markup {
  const [low, at, high] = [value.low, value.estimate, value.high].map((one) => scale.at(one));
  return group(
    value.low === value.high ? undefined : whisker(low ?? 0, high ?? 0, y, lanes > 4 ? 2 : 4),
    marker(look, at ?? 0, y, lanes > 4 ? 2.6 : look.hollow ? 5 : 4),
    label === undefined ? undefined : lettering('tick', (high ?? 0) + 10, y + 3.4, label),
  );
}

/** Rounds of one row lie a little apart in a fixed pattern, so that equal ones do not hide each other. */
function singleMark({ value, kind }: SingleValue, colour: string, scale: Scale, y: number, index: number): Markup {
  const [x, at] = [scale.at(value), y + (((index * 5) % 7) - 3) * 0.5];
  if (kind === 'flagged') return cross(x, at, 2.6, colour);
  if (kind === 'warm-up') return html`<circle class="warm-up" cx="${px(x)}" cy="${px(at)}" r="2.6" />`;
  return html`<circle cx="${px(x)}" cy="${px(at)}" r="1.9" fill="${colour}" fill-opacity="0.65" />`;
}

/** Ticks above the bar, each with the way from when it was due, and dots below it. */
function drawInstants({ kind, isNeutral, at }: Instants, colour: string, scale: Scale, y: number): Markup {
  const ink = isNeutral ? '#16181D' : colour;
  if (kind === 'dot') {
    const dots = at.map(({ value }) => `M${px(scale.at(value) - 0.7)} ${px(y + 13.5)}h1.4v1.4h-1.4z`).join('');
    return html`<path d="${dots}" fill="${ink}" />`;
  }
  const ticks = at.map(({ value }) => `M${px(scale.at(value))} ${px(y - 12)}v11`).join('');
  const leads = at.flatMap(({ value, due }) =>
    due === undefined ? [] : `M${px(scale.at(due))} ${px(y - 6.5)}H${px(scale.at(value))}`,
  );
  return html`<path d="${leads.join('')}" fill="none" stroke="${ink}" stroke-width="1" stroke-opacity="0.6" />
    <path d="${ticks}" fill="none" stroke="${ink}" stroke-width="0.8" />`;
}
