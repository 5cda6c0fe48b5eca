import type { ChartConfiguration } from 'chart.js';
import type { FigureRow, Instants, RowMark, RowsFigure, SingleValue } from '@core/figures/figure';
import { rowAxis, scaleFor } from './axes';
import { hoverOptions, pointsDataset, type HoverPoint } from './hover-points';
import { dot, drawn, font, lines, whisker, type Pen } from './pen';
import { gridColor, inkOn, onGround, textColor } from './theme-colors';

const axisHeight = 56;
const legendHeight = 40;
const labelGap = 14;
/** Px of the widest column of labels; a longer one is set narrower, never cut. */
const widestLabels = 168;
const letterWidth = 6.4;
/** Distance between the marks of one row, and what they may fill together, in px. */
const laneSteps = { plain: 11, named: 20 } as const;
const mostLanesHeight = 66;

interface Layout {
  readonly rowHeight: number;
  readonly laneStep: number;
}

function layoutOf({ rows }: RowsFigure): Layout {
  const lanes = Math.max(...rows.map(lanesOf), 1);
  const isNamed = rows.some(({ marks = [] }) => marks.some(({ label }) => label !== undefined));
  const laneStep = isNamed ? laneSteps.named : Math.min(laneSteps.plain, mostLanesHeight / lanes);
  const hasMore = rows.some(({ singles = [], instants = [] }) => singles.length + instants.length > 0);
  return { laneStep, rowHeight: Math.max(hasMore ? 56 : 42, 18 + laneStep * lanes) };
}

function lanesOf({ marks = [] }: FigureRow): number {
  return Math.max(1, ...marks.map(({ lane = 0 }) => lane + 1));
}

/** Height of the drawing in px. */
export function rowsHeight(figure: RowsFigure): number {
  const { rowHeight } = layoutOf(figure);
  return axisHeight + (figure.legend ? legendHeight : 0) + rowHeight * Math.max(1, figure.rows.length);
}

/** Rows on a common axis: bars, marks and instants with intervals, single values and labels beside them. */
export function rowsChart(figure: RowsFigure): ChartConfiguration<'scatter'> {
  const { axis, rows, legend = [] } = figure;
  const layout = layoutOf(figure);
  const datasets = pointsOf(figure, layout);
  const hasInstants = rows.some(({ instants = [] }) => instants.length > 0);
  const { tooltip, interaction } = hoverOptions(datasets, hasInstants ? 'xy' : 'y');
  return {
    type: 'scatter',
    data: { datasets: datasets.map(pointsDataset) },
    options: {
      parsing: false,
      interaction,
      layout: { padding: { right: labelRoom(rows) } },
      scales: { x: scaleFor(axis), y: rowAxis(rows) },
      plugins: {
        tooltip,
        legend: {
          display: legend.length > 0,
          position: 'bottom',
          align: 'start',
          onClick: () => undefined,
          labels: {
            generateLabels: () =>
              legend.map(({ name, colour }) => ({
                text: name,
                fillStyle: onGround(colour),
                strokeStyle: gridColor(),
                fontColor: textColor(),
                lineWidth: 1,
                pointStyle: 'rect',
              })),
          },
        },
      },
    },
    plugins: [
      drawn('figureRows', {
        below: (pen) => {
          drawGround(pen, figure);
          rows.forEach((row, index) => inRow(pen, () => drawBelow(pen, row, pen.y(index), layout)));
        },
        above: (pen) => rows.forEach((row, index) => inRow(pen, () => drawAbove(pen, row, pen.y(index), layout))),
      }),
    ],
  };
}

function labelRoom(rows: readonly FigureRow[]): number {
  const texts = rows.flatMap(({ labels = [], marks = [] }) => [...labels, ...marks.map(({ label }) => label)]);
  const longest = Math.max(0, ...texts.map((text) => text?.length ?? 0));
  return longest === 0 ? 24 : Math.min(widestLabels, labelGap + longest * letterWidth);
}

/**
 * What can be pointed at. Where the table has a line for each row, points stand at the position of their row in their
 * dataset, so that the line finds them; else all marks follow each other, as the lines of the table do.
 */
function pointsOf({ rows, table }: RowsFigure, layout: Layout): HoverPoint[][] {
  const pointAt = (row: FigureRow, index: number, mark: RowMark | undefined): HoverPoint => ({
    x: mark?.value.estimate ?? Number.NaN,
    y: index + (mark ? laneOffset(row, mark, layout) / layout.rowHeight : 0),
    title: row.name,
    words: mark ? [mark.inWords] : [],
    look: mark?.look ?? row.look,
    radius: lanesOf(row) > 3 ? 4 : mark?.look.hollow ? 8 : 6,
  });
  const instants = rows.flatMap((row, index) => instantsOf(row, index));
  const most = Math.max(0, ...rows.map(({ marks = [] }) => marks.length));
  if (most === 0) return [rows.map(anchorOf), ...(instants.length > 0 ? [instants] : [])];
  if (table.rows.length === rows.length) {
    return Array.from({ length: most }, (_, nth) => rows.map((row, index) => pointAt(row, index, row.marks?.[nth])));
  }
  return [rows.flatMap((row, index) => (row.marks ?? []).map((mark) => pointAt(row, index, mark)))];
}

/** Of a row without marks its bar is what can be pointed at. */
function anchorOf({ name, look, bar = [] }: FigureRow, index: number): HoverPoint {
  const words = bar.map(({ inWords }) => inWords);
  return { x: bar[0]?.to ?? Number.NaN, y: index, title: name, words, look, radius: 0 };
}

function instantsOf({ name, look, instants = [] }: FigureRow, index: number): HoverPoint[] {
  return instants.flatMap(({ at }) =>
    at.flatMap(({ value, inWords }) =>
      inWords === undefined ? [] : [{ x: value, y: index, title: name, words: [inWords], look, radius: 0 }],
    ),
  );
}

function laneOffset(row: FigureRow, { lane = 0 }: RowMark, { laneStep }: Layout): number {
  return (lane - (lanesOf(row) - 1) / 2) * laneStep;
}

function inRow({ context }: Pen, draw: () => void): void {
  context.save();
  draw();
  context.restore();
}

/** Hairlines that keep the eye on its row, the band of noise, and the line that divides. */
function drawGround(pen: Pen, { rows, divide }: RowsFigure): void {
  const { context, x, y, area, width } = pen;
  context.strokeStyle = gridColor();
  context.lineWidth = 1;
  lines(
    context,
    rows.slice(1).map((_, index) => {
      const at = Math.round((y(index) + y(index + 1)) / 2) + 0.5;
      return [0, at, width, at];
    }),
  );
  const height = (area.bottom - area.top) / Math.max(1, rows.length);
  context.fillStyle = textColor();
  context.globalAlpha = 0.14;
  rows.forEach(({ band }, index) => {
    if (!band) return;
    // A band may reach beyond the axis; labels and values stand there.
    const [left, right] = [Math.max(area.left, x(band.low)), Math.min(area.right, x(band.high))];
    if (right >= left) context.fillRect(left, y(index) - height / 2, Math.max(1, right - left), height);
  });
  context.globalAlpha = 1;
  if (divide === undefined) return;
  context.strokeStyle = textColor();
  lines(context, [[x(divide), area.top, x(divide), area.bottom]]);
}

function drawBelow(pen: Pen, row: FigureRow, y: number, layout: Layout): void {
  const { context, x } = pen;
  drawBar(pen, row, y);
  for (const one of row.instants ?? []) drawInstants(pen, one, row.look.colour, y);
  if (row.link) {
    context.strokeStyle = textColor();
    context.globalAlpha = 0.45;
    context.lineWidth = 1;
    context.setLineDash([2, 3]);
    lines(context, [[x(row.link[0]), y, x(row.link[1]), y]]);
    context.globalAlpha = 1;
  }
  // Behind its mark: what is narrower than the mark does not cut through it.
  for (const mark of row.marks ?? []) {
    const { low, high } = mark.value;
    const at = y + laneOffset(row, mark, layout);
    if (low < high) whisker(pen, [x(low), at], [x(high), at]);
  }
}

function drawBar({ context, x }: Pen, { bar = [], instants = [] }: FigureRow, y: number): void {
  const [middle, half] = instants.length > 0 ? [y + 10, 6] : [y, 10];
  context.font = font(11, 550);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const { from, to, colour: meant, isPale, label } of bar) {
    const colour = onGround(meant);
    const [left, right] = [x(from), x(to)];
    context.fillStyle = isPale ? `${colour}55` : colour;
    context.fillRect(left, middle - half, right - left, 2 * half);
    // The hairline tells light pieces from the ground.
    context.strokeStyle = isPale ? colour : gridColor();
    context.lineWidth = 1;
    context.strokeRect(left, middle - half, right - left, 2 * half);
    if (!label || right - left < label.text.length * letterWidth + 12) continue;
    context.fillStyle = inkOn(meant, label.ink);
    context.fillText(label.text, (left + right) / 2, middle + 0.5);
  }
}

/** Ticks above the bar, each with the way from when it was due, and dots below it. */
function drawInstants({ context, x }: Pen, { kind, isNeutral, at }: Instants, colour: string, y: number): void {
  context.fillStyle = context.strokeStyle = isNeutral ? textColor() : colour;
  if (kind === 'dot') {
    for (const { value } of at) context.fillRect(x(value) - 1, y + 20, 2, 2);
    return;
  }
  context.lineWidth = 1.5;
  lines(
    context,
    at.map(({ value }) => [x(value), y - 16, x(value), y - 2]),
  );
  context.globalAlpha = 0.6;
  lines(
    context,
    at.flatMap(({ value, due }) => (due === undefined ? [] : [[x(due), y - 9, x(value), y - 9] as const])),
  );
  context.globalAlpha = 1;
}

function drawAbove(pen: Pen, row: FigureRow, y: number, layout: Layout): void {
  const { context, x } = pen;
  for (const single of row.singles ?? []) drawSingle(pen, single, row.look.colour, y + 18);
  context.globalAlpha = 1;
  if (row.whisker && row.whisker.low < row.whisker.high)
    whisker(pen, [x(row.whisker.low), y], [x(row.whisker.high), y]);
  context.fillStyle = textColor();
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.font = font(11);
  for (const mark of row.marks ?? []) {
    if (mark.label !== undefined)
      context.fillText(mark.label, x(mark.value.high) + 10, y + laneOffset(row, mark, layout));
  }
  if (row.labels) drawLabels(pen, row.labels, y);
}

function drawSingle(pen: Pen, { value, kind }: SingleValue, colour: string, y: number): void {
  const { context } = pen;
  const x = pen.x(value);
  context.lineWidth = 1.25;
  context.strokeStyle = kind === 'warm-up' ? textColor() : colour;
  context.fillStyle = colour;
  context.globalAlpha = kind === 'flagged' ? 1 : 0.65;
  if (kind === 'round') dot(pen, x, y, 2);
  else if (kind === 'flagged') {
    lines(context, [
      [x - 3, y - 3, x + 3, y + 3],
      [x - 3, y + 3, x + 3, y - 3],
    ]);
  } else {
    context.beginPath();
    context.arc(x, y, 2.5, 0, 2 * Math.PI);
    context.stroke();
  }
}

function drawLabels({ context, area, width }: Pen, [first, second]: NonNullable<FigureRow['labels']>, y: number): void {
  const left = area.right + labelGap;
  context.font = font(12, 550);
  context.fillText(first, left, second === undefined ? y : y - 7, width - left);
  if (second === undefined) return;
  context.font = font(11);
  context.globalAlpha = 0.85;
  context.fillText(second, left, y + 8, width - left);
}
