import type { Chart, Plugin } from 'chart.js';
import { surfaceColor, textColor } from './theme-colors';

/** What draws on a chart beside Chart.js's own elements: its canvas, and where values lie on it. */
export interface Pen {
  readonly context: CanvasRenderingContext2D;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly area: Chart['chartArea'];
  /** Width of the whole drawing in px. */
  readonly width: number;
}

type Draw = (pen: Pen) => void;

/** A plugin that draws below and above the points of a chart. It draws what it is given and computes no statistics. */
export function drawn(id: string, draws: { readonly below: Draw; readonly above: Draw }): Plugin {
  return {
    id,
    beforeDatasetsDraw: (chart) => withPen(chart, draws.below),
    afterDatasetsDraw: (chart) => withPen(chart, draws.above),
  };
}

function withPen(chart: Chart, draw: Draw): void {
  const { x, y } = chart.scales;
  if (!x || !y) return;
  chart.ctx.save();
  draw({
    context: chart.ctx,
    x: (value) => x.getPixelForValue(value),
    y: (value) => y.getPixelForValue(value),
    area: chart.chartArea,
    width: chart.width,
  });
  chart.ctx.restore();
}

/** The window's type in a size in px. */
export function font(size: number, weight = 400): string {
  return `${weight} ${size}px "Inter Variable", system-ui, sans-serif`;
}

/** Lines between pairs of places, in one stroke of the current style. */
export function lines(
  context: CanvasRenderingContext2D,
  pieces: readonly (readonly [number, number, number, number])[],
): void {
  context.beginPath();
  for (const [fromX, fromY, toX, toY] of pieces) {
    context.moveTo(fromX, fromY);
    context.lineTo(toX, toY);
  }
  context.stroke();
}

/** An interval with caps; its halo in the surface's colour keeps it visible on a bar or a mark. Places in px. */
export function whisker(
  { context }: Pen,
  [fromX, fromY]: readonly [number, number],
  [toX, toY]: readonly [number, number],
): void {
  const isUpright = fromX === toX;
  const cap = (x: number, y: number) => (isUpright ? ([x - 4, y, x + 4, y] as const) : ([x, y - 5, x, y + 5] as const));
  context.setLineDash([]);
  for (const [colour, width] of [
    [surfaceColor(), 4],
    [textColor(), 1.75],
  ] as const) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    lines(context, [[fromX, fromY, toX, toY], cap(fromX, fromY), cap(toX, toY)]);
  }
}

/** A small filled point. */
export function dot({ context }: Pen, x: number, y: number, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
}
