import { samplesOf } from '../../figures/axes';
import type { CurveGuide, CurveLine, CurvesFigure } from '../../figures/figure';
import { html, type Markup } from '../html';
import {
  acrossAxis,
  figureWidth,
  group,
  legendRows,
  marker,
  px,
  scaleOf,
  stroke,
  upAxis,
  uprightWhisker,
  widthOf,
  lettering,
  type Scale,
} from './drawing';
import type { Picture } from './picture';

const left = 62;
const right = figureWidth - 22;
const plotHeight = 216;
const boundaryRow = 12;
const dashes = ['', '7 4', '2 3'] as const;

interface Plot {
  readonly x: Scale;
  readonly y: Scale;
  readonly top: number;
  readonly bottom: number;
}

/** Lines over two axes with whiskers, computed curves and edges of the machine; a legend above names what is drawn. */
export function curvesPicture(figure: CurvesFigure): Picture {
  const { lines, guides = [], boundaries = [], divide } = figure;
  const legend = legendRows([...lines.map(lineEntry), ...guides.map(guideEntry)], left);
  const top = legend.height + boundaryRow * (1 + boundaries.length);
  const bottom = top + plotHeight;
  const plot = { x: scaleOf(figure.x, left, right), y: scaleOf(figure.y, bottom, top), top, bottom };
  const content = html`${legend.markup}${upAxis(figure.y, plot.y, left, right)}
  ${acrossAxis(figure.x, plot.x, top, bottom)}${boundaryMarks(boundaries, plot)}
  ${divide && divideMark(divide, plot)}${lines.map((line) => placeMark(line, plot))}
  ${guides.map((guide) => guideMark(guide, figure, plot))}${lines.map((line) => lineMarks(line, plot))}
  ${divide && lines.map((line) => guessMark(line, divide.at, plot))}`;
  return { height: bottom + 36, content };
}

/** One name a row, so that near edges do not hide each other's. */
function boundaryMarks(boundaries: NonNullable<CurvesFigure['boundaries']>, { x, top, bottom }: Plot): Markup[] {
  return boundaries.flatMap(({ x: value, label }, index) => {
    const at = x.at(value);
    if (at < left || at > right) return [];
    const y = top - boundaryRow * index;
    return [
      stroke('boundary', `M${px(at)} ${px(y - 2)}V${px(bottom)}`),
      lettering('tick', Math.min(at, figureWidth - widthOf(label)), y - 5, label),
    ];
  });
}

function divideMark({ at, name }: NonNullable<CurvesFigure['divide']>, { y }: Plot): Markup {
  return group(stroke('whisker', `M${left} ${px(y.at(at))}H${right}`), lettering('tick', left + 4, y.at(at) - 5, name));
}

function placeMark({ place, look: { colour } }: CurveLine, { x, top, bottom }: Plot): Markup | undefined {
  if (!place) return undefined;
  const at = (value: number): number => Math.min(right, Math.max(left, x.at(value)));
  const width = Math.max(1, at(place.high) - at(place.low));
  return group(
    html`<rect
      x="${px(at(place.low))}"
      y="${px(top)}"
      width="${px(width)}"
      height="${px(bottom - top)}"
      fill="${colour}"
      fill-opacity="0.14"
    />`,
    html`<path
      d="M${px(at(place.estimate))} ${px(top)}V${px(bottom)}"
      fill="none"
      stroke="${colour}"
      stroke-dasharray="5 3"
    />`,
  );
}

function guessMark({ guess, look }: CurveLine, at: number, { x, y }: Plot): Markup | undefined {
  return guess && marker({ ...look, hollow: true }, x.at(guess.x), y.at(at), 5.5);
}

/** What leaves the plot at the top ends there. */
function guideMark({ at, dash, knownTo = Infinity }: CurveGuide, figure: CurvesFigure, { x, y, top }: Plot): Markup[] {
  const shown = samplesOf(figure.x)
    .map((value) => ({ value, py: y.at(at(value)) }))
    .filter(({ py }) => Number.isFinite(py) && py >= top - 0.01);
  return [
    { part: shown.filter(({ value }) => value <= knownTo), opacity: 0.9 },
    { part: shown.filter(({ value }) => value >= knownTo), opacity: 0.4 },
  ]
    .filter(({ part }) => part.length > 1)
    .map(
      ({ part, opacity }) =>
        html`<path
          class="guide"
          d="${pathOf(part.map(({ value, py }) => [x.at(value), py]))}"
          stroke-opacity="${opacity}"
          stroke-dasharray="${dash.join(' ')}"
        />`,
    );
}

function lineMarks({ points, look, pattern }: CurveLine, { x, y }: Plot): Markup {
  const singles = points.flatMap(({ x: value, singles: values = [] }) =>
    values.map(
      (one, index) =>
        html`<circle
          cx="${px(x.at(value) + (((index * 5) % 7) - 3) * 1.2)}"
          cy="${px(y.at(one))}"
          r="1.3"
          fill="${look.colour}"
          fill-opacity="0.5"
        />`,
    ),
  );
  return group(
    singles,
    linePath(pathOf(points.map(({ x: value, estimate }) => [x.at(value), y.at(estimate)])), look.colour, pattern),
    points.map(({ x: value, low, high }) => uprightWhisker(x.at(value), y.at(low), y.at(high))),
    points.map(({ x: value, estimate }) => marker(look, x.at(value), y.at(estimate), 4)),
  );
}

function linePath(path: string, colour: string, pattern: number): Markup {
  const dash = dashes[pattern % dashes.length] ?? '';
  return html`<path d="${path}" fill="none" stroke="${colour}" stroke-width="1.6" stroke-dasharray="${dash}" />`;
}

function pathOf(places: readonly (readonly [number, number])[]): string {
  return places.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${px(x)} ${px(y)}`).join('');
}

function lineEntry({ name, look, pattern }: CurveLine) {
  return {
    name,
    room: 34,
    sample: (x: number, y: number) => [
      linePath(`M${px(x)} ${px(y)}h28`, look.colour, pattern),
      marker(look, x + 14, y, 3.6),
    ],
  };
}

function guideEntry({ label, detail, dash }: CurveGuide) {
  return {
    name: detail === undefined ? label : `${label} ${detail}`,
    room: 34,
    sample: (x: number, y: number) =>
      html`<path class="guide" d="M${px(x)} ${px(y)}h28" stroke-dasharray="${dash.join(' ')}" />`,
  };
}
