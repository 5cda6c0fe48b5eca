import type { Chart, Plugin } from 'chart.js';
import { gridColor, surfaceColor, textColor } from './theme-colors';

/** A single value of a row. */
export interface RowPoint {
  readonly value: number;
  /** `flagged`: an outlier or a slow round, kept and marked; `warm-up`: never analysed. */
  readonly kind: 'round' | 'flagged' | 'warm-up';
}

/** What is drawn on top of one row of a horizontal chart. Values in the unit of the x axis. */
export interface RowMarks {
  /** Position on the category axis; fractions lie between rows. */
  readonly row: number;
  readonly colour: string;
  readonly whisker?: { readonly low: number; readonly high: number };
  /** Draws the whisker behind the marks: what is narrower than its mark does not cut through it. */
  readonly whiskerBehind?: boolean;
  /** A thin line between two values, e.g. prediction and result. */
  readonly link?: readonly [number, number];
  readonly points?: readonly RowPoint[];
  /** Distance of the points below the row's middle, in px. */
  readonly pointsBelow?: number;
  /** Written in the column right of the plot; the second line is muted. */
  readonly labels?: readonly [string, string?];
  /** Written right beside a value. */
  readonly beside?: { readonly value: number; readonly text: string };
}

/** Px kept free right of the plot for the column of labels. */
export const labelColumn = 168;

const labelGap = 14;
const capHeight = 5;
const font = (size: number, weight = 400): string => `${weight} ${size}px "Inter Variable", system-ui, sans-serif`;

/**
 * A Chart.js plugin that draws intervals as whiskers, single values as small points, and values as direct labels, which
 * Chart.js itself has no elements for. It draws what it is given and computes no statistics.
 */
export function intervalWhiskers(rows: readonly RowMarks[]): Plugin {
  return {
    id: 'intervalWhiskers',
    beforeDatasetsDraw: (chart) => {
      drawEach(chart, rows, drawLink);
      drawEach(chart, rows, (pen, row) => drawWhisker(pen, row, true));
    },
    afterDatasetsDraw: (chart) => {
      drawEach(chart, rows, drawPoints);
      drawEach(chart, rows, (pen, row) => drawWhisker(pen, row, false));
      drawEach(chart, rows, drawLabels);
    },
  };
}

interface Pen {
  readonly context: CanvasRenderingContext2D;
  readonly x: (value: number) => number;
  readonly y: number;
  readonly right: number;
  /** Width of the column of labels: a longer one is set narrower, never cut. */
  readonly room: number;
}

function drawEach(chart: Chart, rows: readonly RowMarks[], draw: (pen: Pen, row: RowMarks) => void): void {
  const { x, y } = chart.scales;
  if (!x || !y) return;
  const context = chart.ctx;
  for (const row of rows) {
    context.save();
    draw(
      {
        context,
        x: (value) => x.getPixelForValue(value),
        y: y.getPixelForValue(row.row),
        right: chart.chartArea.right,
        room: chart.width - chart.chartArea.right - labelGap,
      },
      row,
    );
    context.restore();
  }
}

function drawLink({ context, x, y }: Pen, { link }: RowMarks): void {
  if (!link) return;
  context.strokeStyle = textColor();
  context.globalAlpha = 0.45;
  context.lineWidth = 1;
  context.setLineDash([2, 3]);
  line(context, x(link[0]), y, x(link[1]), y);
}

function drawWhisker({ context, x, y }: Pen, row: RowMarks, isBehind: boolean): void {
  const { whisker, whiskerBehind = false } = row;
  if (!whisker || whiskerBehind !== isBehind) return;
  // A halo in the surface's colour keeps the whisker visible on a bar of its own colour.
  const strokes = [
    { colour: surfaceColor(), width: 4 },
    { colour: textColor(), width: 2 },
  ];
  for (const stroke of strokes) {
    context.strokeStyle = stroke.colour;
    context.lineWidth = stroke.width;
    const [low, high] = [x(whisker.low), x(whisker.high)];
    line(context, low, y, high, y);
    line(context, low, y - capHeight, low, y + capHeight);
    line(context, high, y - capHeight, high, y + capHeight);
  }
}

function drawPoints({ context, x, y }: Pen, { points = [], pointsBelow = 0, colour }: RowMarks): void {
  context.lineWidth = 1.25;
  for (const { value, kind } of points) {
    const [px, py] = [x(value), y + pointsBelow];
    context.strokeStyle = kind === 'warm-up' ? textColor() : colour;
    context.globalAlpha = kind === 'warm-up' ? 0.6 : 1;
    if (kind === 'flagged') {
      line(context, px - 3, py - 3, px + 3, py + 3);
      line(context, px - 3, py + 3, px + 3, py - 3);
      continue;
    }
    context.beginPath();
    context.arc(px, py, kind === 'round' ? 2 : 2.5, 0, 2 * Math.PI);
    if (kind === 'warm-up') {
      context.stroke();
    } else {
      context.globalAlpha = 0.65;
      context.fillStyle = colour;
      context.fill();
    }
  }
}

function drawLabels({ context, x, y, right, room }: Pen, { labels, beside }: RowMarks): void {
  context.fillStyle = textColor();
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  if (beside) {
    context.font = font(11);
    context.fillText(beside.text, x(beside.value) + 10, y);
  }
  if (!labels) return;
  const [first, second] = labels;
  context.font = font(12, 550);
  context.fillText(first, right + labelGap, second === undefined ? y : y - 7, room);
  if (second === undefined) return;
  context.font = font(11);
  context.globalAlpha = 0.85;
  context.fillText(second, right + labelGap, y + 8, room);
}

function line(context: CanvasRenderingContext2D, fromX: number, fromY: number, toX: number, toY: number): void {
  context.beginPath();
  context.moveTo(fromX, fromY);
  context.lineTo(toX, toY);
  context.stroke();
}

/** Hairlines between rows: keeps the eye on its line across the plot and the label column. */
export function rowRules(rows: number): Plugin {
  return {
    id: 'rowRules',
    beforeDatasetsDraw: (chart) => {
      const { y } = chart.scales;
      if (!y) return;
      const context = chart.ctx;
      context.save();
      context.strokeStyle = gridColor();
      context.lineWidth = 1;
      for (let row = 1; row < rows; row += 1) {
        const at = Math.round((y.getPixelForValue(row - 1) + y.getPixelForValue(row)) / 2) + 0.5;
        line(context, 0, at, chart.width, at);
      }
      context.restore();
    },
  };
}
