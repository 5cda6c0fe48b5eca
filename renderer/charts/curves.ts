import type { ChartConfiguration } from 'chart.js';
import { samplesOf } from '@core/figures/axes';
import type { CurveGuide, CurveLine, CurvesFigure } from '@core/figures/figure';
import { inLines, scaleFor } from './axes';
import { lineHeight, spreadLabels, type EndLabel } from './end-labels';
import { hoverOptions, pointsDataset, type HoverPoint } from './hover-points';
import { dot, drawn, font, lines, whisker, type Pen } from './pen';
import { textColor } from './theme-colors';

export const curvesHeight = 370;
const dashes: readonly (readonly number[])[] = [[], [7, 4], [2, 3]];
/** The piece of its curve before a name, in px, and what a letter takes. */
const sample = 26;
const letterWidth = 6.2;
const mostRoom = 176;

function dashOf(pattern: number): number[] {
  return [...(dashes[pattern % dashes.length] ?? [])];
}

/** Lines over two axes with whiskers and rounds, computed curves, edges of the machine, and names at their ends. */
export function curvesChart(figure: CurvesFigure): ChartConfiguration<'scatter'> {
  const points = figure.lines.map((line) => pointsOf(line, figure));
  const guesses = guessesOf(figure);
  const { tooltip, interaction } = hoverOptions([...points, guesses], 'xy');
  const longest = Math.max(...namesOf(figure).flatMap((texts) => texts.map((text) => text.length)));
  return {
    type: 'scatter',
    data: {
      datasets: [
        ...figure.lines.map(({ look, pattern }, index) => ({
          ...pointsDataset(points[index] ?? []),
          showLine: true,
          borderColor: look.colour,
          borderWidth: 2,
          borderDash: dashOf(pattern),
        })),
        ...(guesses.length > 0 ? [pointsDataset(guesses)] : []),
      ],
    },
    options: {
      parsing: false,
      interaction,
      layout: {
        padding: {
          top: 14 + 11 * (figure.boundaries ?? []).length,
          right: Math.min(mostRoom, sample + 20 + longest * letterWidth),
        },
      },
      scales: { x: scaleFor(figure.x), y: scaleFor(figure.y, 'height') },
      plugins: { tooltip },
    },
    plugins: [
      drawn('figureCurves', {
        below: (pen) => drawBelow(pen, figure),
        above: (pen) => drawNames(pen, figure),
      }),
    ],
  };
}

function pointsOf({ name, look, points }: CurveLine, { x: axis }: CurvesFigure): HoverPoint[] {
  return points.map(({ x, estimate, inWords }) => ({
    x,
    y: estimate,
    title: `${axis.title}: ${axis.tick(x)}`,
    words: [`${name}: ${inWords}`],
    look,
    radius: look.hollow ? 6 : 5,
  }));
}

/** What a person expected of the places, on the line that divides. */
function guessesOf({ lines: curves, divide }: CurvesFigure): HoverPoint[] {
  if (!divide) return [];
  return curves.flatMap(({ name, look, guess }) =>
    guess
      ? [{ x: guess.x, y: divide.at, title: name, words: [guess.inWords], look: { ...look, hollow: true }, radius: 7 }]
      : [],
  );
}

function drawBelow(pen: Pen, { x, lines: curves, guides = [], boundaries = [], divide }: CurvesFigure): void {
  const { context, area } = pen;
  drawBoundaries(
    pen,
    boundaries.filter((one) => one.x >= x.from && one.x <= x.to),
  );
  context.save();
  context.beginPath();
  context.rect(area.left, area.top, area.right - area.left, area.bottom - area.top);
  context.clip();
  for (const line of curves) drawPlace(pen, line);
  for (const guide of guides) drawGuide(pen, guide, samplesOf(x));
  context.restore();
  if (divide) drawDivide(pen, divide);
  for (const line of curves) {
    drawSingles(pen, line);
    for (const place of line.points) drawWhisker(pen, place);
  }
}

function drawBoundaries({ context, x, area }: Pen, boundaries: NonNullable<CurvesFigure['boundaries']>): void {
  context.font = font(11);
  context.textBaseline = 'bottom';
  context.textAlign = 'left';
  context.lineWidth = 1;
  let free = -Infinity;
  let row = 0;
  for (const { x: value, label } of [...boundaries].sort((a, b) => a.x - b.x)) {
    const at = Math.round(x(value)) + 0.5;
    const width = context.measureText(label).width;
    const left = Math.min(at - width / 2, area.right - width);
    // Names that would touch stand one above the other.
    row = left < free ? row + 1 : 0;
    free = left + width + 8;
    context.strokeStyle = context.fillStyle = textColor();
    context.globalAlpha = 0.55;
    context.setLineDash([5, 3]);
    lines(context, [[at, area.top - 2 - 11 * row, at, area.bottom]]);
    context.globalAlpha = 1;
    context.fillText(label, left, area.top - 4 - 11 * row);
  }
  context.setLineDash([]);
}

function drawPlace({ context, x, area }: Pen, { place, look: { colour }, pattern }: CurveLine): void {
  if (!place) return;
  const [low, at, high] = [x(place.low), x(place.estimate), x(place.high)];
  context.fillStyle = `${colour}26`;
  context.fillRect(low, area.top, Math.max(1, high - low), area.bottom - area.top);
  context.strokeStyle = colour;
  context.lineWidth = 1.5;
  context.setLineDash(pattern > 0 ? [2, 3] : [5, 3]);
  lines(context, [[at, area.top, at, area.bottom]]);
  context.setLineDash([]);
}

function drawGuide({ context, x, y }: Pen, { at, dash, knownTo = Infinity }: CurveGuide, places: number[]): void {
  context.strokeStyle = textColor();
  context.lineWidth = 1.25;
  context.setLineDash([...dash]);
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
  context.globalAlpha = 1;
  context.setLineDash([]);
}

function drawDivide({ context, y, area }: Pen, { at, name }: NonNullable<CurvesFigure['divide']>): void {
  context.strokeStyle = context.fillStyle = textColor();
  context.lineWidth = 1;
  lines(context, [[area.left, y(at), area.right, y(at)]]);
  context.font = font(11);
  context.textAlign = 'right';
  context.textBaseline = 'bottom';
  context.fillText(name, area.right - 4, y(at) - 3);
}

function drawSingles(pen: Pen, { points, look }: CurveLine): void {
  pen.context.fillStyle = look.colour;
  pen.context.globalAlpha = 0.5;
  for (const { x, singles = [] } of points) {
    // A fixed pattern beside the median, so that equal rounds do not hide each other.
    singles.forEach((value, index) => dot(pen, pen.x(x) + (((index * 5) % 7) - 3) * 1.5, pen.y(value), 1.6));
  }
  pen.context.globalAlpha = 1;
}

function drawWhisker(pen: Pen, { x, low, high }: CurveLine['points'][number]): void {
  // An interval smaller than its mark is under it.
  if (pen.y(low) - pen.y(high) < 9) return;
  whisker(pen, [pen.x(x), pen.y(low)], [pen.x(x), pen.y(high)]);
}

interface Name extends EndLabel {
  readonly colour: string;
  readonly dash: readonly number[];
  readonly isMeasured: boolean;
}

function namesOf({ lines: curves, guides = [] }: CurvesFigure): string[][] {
  return [
    ...curves.map(({ name }) => inLines(name, 20)),
    ...guides.map(({ label, detail }) => (detail === undefined ? [label] : [label, detail])),
  ];
}

/** A name at the end of every curve, after a piece of it. */
function drawNames({ context, y, area }: Pen, figure: CurvesFigure): void {
  const texts = namesOf(figure);
  const { lines: curves, guides = [], x } = figure;
  const names: Name[] = [
    ...curves.map(({ look, pattern, points }) => ({
      y: y(points.at(-1)?.estimate ?? 1),
      colour: look.colour,
      dash: dashOf(pattern),
      isMeasured: true,
    })),
    ...guides.map(({ at, dash }) => ({ y: y(at(x.to)), colour: textColor(), dash, isMeasured: false })),
  ].map((name, index) => ({ ...name, lines: texts[index] ?? [] }));
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  for (const { y: at, lines: rows, colour, dash, isMeasured } of spreadLabels(names, area.top, area.bottom)) {
    context.strokeStyle = colour;
    context.lineWidth = isMeasured ? 2 : 1.25;
    context.setLineDash([...dash]);
    lines(context, [[area.right + 10, at, area.right + 6 + sample, at]]);
    context.setLineDash([]);
    context.fillStyle = textColor();
    rows.forEach((text, row) => {
      context.font = font(11, isMeasured ? 600 : 400);
      context.fillText(text, area.right + 12 + sample, at + row * lineHeight, mostRoom - sample - 12);
    });
  }
}
