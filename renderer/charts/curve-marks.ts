import type { Chart, Plugin } from 'chart.js';
import type { CurveBoundary, CurveGuide } from '@core/figures/curve-guides';
import { surfaceColor, textColor } from './theme-colors';

/** One measured place of a curve, in the units of the axes. */
export interface CurvePlace {
  readonly x: number;
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  readonly rounds: readonly number[];
}

/** A curve through measured places. */
export interface CurveLine {
  readonly label: string;
  readonly detail?: string;
  /** The shape of its marks as a letter, before its label: told apart where labels had to move away from their ends. */
  readonly sign?: string;
  readonly colour: string;
  readonly places: readonly CurvePlace[];
}

export interface CurveMarks {
  readonly lines: readonly CurveLine[];
  readonly guides: readonly CurveGuide[];
  readonly boundaries: readonly CurveBoundary[];
}

/** Px kept free right of the plot for labels, and above it for the names of boundaries. */
export const curveRoom = { right: 124, top: 26 } as const;

const font = (size: number, weight = 400): string => `${weight} ${size}px "Inter Variable", system-ui, sans-serif`;
const samples = 64;
const lineHeight = 14;

interface Pen {
  readonly context: CanvasRenderingContext2D;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly area: Chart['chartArea'];
  readonly from: number;
  readonly to: number;
  readonly isLogarithmic: boolean;
}

/**
 * A Chart.js plugin that draws what a curve's points alone do not show: vertical intervals, single rounds, ideal and laws,
 * edges of the machine, and a label at the end of every curve. It draws what it is given and computes no statistics.
 */
export function curveMarks(marks: CurveMarks): Plugin {
  return {
    id: 'curveMarks',
    beforeDatasetsDraw: (chart) => {
      withPen(chart, (pen) => {
        drawBoundaries(pen, marks.boundaries);
        for (const guide of marks.guides) drawGuide(pen, guide);
        for (const one of marks.lines) drawRounds(pen, one);
      });
    },
    afterDatasetsDraw: (chart) => {
      withPen(chart, (pen) => {
        for (const { places } of marks.lines) for (const place of places) drawWhisker(pen, place);
        drawLabels(pen, marks);
      });
    },
  };
}

function withPen(chart: Chart, draw: (pen: Pen) => void): void {
  const { x, y } = chart.scales;
  if (!x || !y) return;
  chart.ctx.save();
  draw({
    context: chart.ctx,
    x: (value) => x.getPixelForValue(value),
    y: (value) => y.getPixelForValue(value),
    area: chart.chartArea,
    from: x.min,
    to: x.max,
    isLogarithmic: x.type === 'logarithmic',
  });
  chart.ctx.restore();
}

function drawBoundaries({ context, x, area, from, to }: Pen, boundaries: readonly CurveBoundary[]): void {
  context.font = font(11);
  context.textBaseline = 'bottom';
  context.lineWidth = 1;
  let free = -Infinity;
  let row = 0;
  for (const { x: value, label } of [...boundaries].sort((a, b) => a.x - b.x)) {
    if (value < from || value > to) continue;
    const at = Math.round(x(value)) + 0.5;
    context.strokeStyle = textColor();
    context.globalAlpha = 0.55;
    context.setLineDash([5, 3]);
    const width = context.measureText(label).width;
    const left = Math.min(at - width / 2, area.right - width);
    // Names that would touch stand one above the other.
    row = left < free ? row + 1 : 0;
    free = left + width + 8;
    segment(context, at, area.top - 2 - 11 * row, at, area.bottom);
    context.globalAlpha = 1;
    context.fillStyle = textColor();
    context.textAlign = 'left';
    context.fillText(label, left, area.top - 4 - 11 * row);
  }
  context.setLineDash([]);
}

function drawGuide(pen: Pen, { at, dash, knownTo = Infinity }: CurveGuide): void {
  const { context, x, y, area } = pen;
  context.save();
  context.beginPath();
  context.rect(area.left, area.top, area.right - area.left, area.bottom - area.top);
  context.clip();
  context.strokeStyle = textColor();
  context.lineWidth = 1.25;
  context.setLineDash([...dash]);
  const places = samplePlaces(pen);
  for (const [alpha, part] of [
    [0.9, places.filter((value) => value <= knownTo)],
    [0.4, places.filter((value) => value >= knownTo)],
  ] as const) {
    context.globalAlpha = alpha;
    context.beginPath();
    part.forEach((value, index) => {
      if (index === 0) context.moveTo(x(value), y(at(value)));
      else context.lineTo(x(value), y(at(value)));
    });
    context.stroke();
  }
  context.restore();
}

/** Places from one to the right end, evenly spread over the axis as it is drawn. */
function samplePlaces({ from, to, isLogarithmic }: Pen): number[] {
  const first = Math.max(1, from);
  return Array.from({ length: samples + 1 }, (_, index) => {
    const share = index / samples;
    return isLogarithmic ? first * (to / first) ** share : first + (to - first) * share;
  });
}

function drawRounds({ context, x, y }: Pen, { places, colour }: CurveLine): void {
  context.fillStyle = colour;
  context.globalAlpha = 0.5;
  for (const place of places) {
    for (const [index, value] of place.rounds.entries()) {
      // A fixed pattern beside the median, so that equal rounds do not hide each other.
      const beside = (((index * 5) % 7) - 3) * 1.5;
      context.beginPath();
      context.arc(x(place.x) + beside, y(value), 1.6, 0, 2 * Math.PI);
      context.fill();
    }
  }
  context.globalAlpha = 1;
}

function drawWhisker({ context, x, y }: Pen, { x: value, low, high }: CurvePlace): void {
  const at = x(value);
  const [bottom, top] = [y(low), y(high)];
  // An interval smaller than its mark is under it.
  if (bottom - top < 9) return;
  for (const { colour, width } of [
    { colour: surfaceColor(), width: 3.5 },
    { colour: textColor(), width: 1.5 },
  ]) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    segment(context, at, bottom, at, top);
    segment(context, at - 4, bottom, at + 4, bottom);
    segment(context, at - 4, top, at + 4, top);
  }
}

interface EndLabel {
  readonly y: number;
  readonly label: string;
  readonly detail: string | undefined;
  readonly colour: string | undefined;
}

function drawLabels({ context, y, area, to }: Pen, { lines, guides }: CurveMarks): void {
  const ends: EndLabel[] = [
    ...guides.map(({ label, detail, at }) => ({ y: y(at(to)), label, detail, colour: undefined })),
    ...lines.map(({ label, sign, detail, colour, places }) => ({
      y: y(places.at(-1)?.estimate ?? 1),
      label: sign === undefined ? label : `${sign} ${label}`,
      detail,
      colour,
    })),
  ];
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  for (const { y: at, label, detail, colour } of spreadLabels(ends, area.top, area.bottom)) {
    context.fillStyle = textColor();
    context.font = font(11, colour === undefined ? 400 : 600);
    context.fillText(label, area.right + 12, at);
    if (detail === undefined) continue;
    context.font = font(11);
    context.fillText(detail, area.right + 12, at + lineHeight);
  }
}

/** Labels in the order of their curves' ends, moved apart so that none covers another. */
export function spreadLabels<T extends { readonly y: number; readonly detail: string | undefined }>(
  labels: readonly T[],
  top: number,
  bottom: number,
): T[] {
  const heightOf = ({ detail }: T): number => (detail === undefined ? lineHeight : 2 * lineHeight);
  const sorted = [...labels].sort((a, b) => a.y - b.y);
  let free = top;
  const pushed = sorted.map((label) => {
    const y = Math.max(free, label.y);
    free = y + heightOf(label);
    return { ...label, y };
  });
  // What was pushed out at the bottom moves back up, and its neighbours with it.
  let limit = bottom + lineHeight / 2;
  return pushed
    .reverse()
    .map((label) => {
      const y = Math.min(label.y, limit - heightOf(label) + lineHeight / 2);
      limit = y - lineHeight / 2;
      return { ...label, y };
    })
    .reverse();
}

function segment(context: CanvasRenderingContext2D, fromX: number, fromY: number, toX: number, toY: number): void {
  context.beginPath();
  context.moveTo(fromX, fromY);
  context.lineTo(toX, toY);
  context.stroke();
}
