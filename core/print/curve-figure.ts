import type { CurveBoundary, CurveGuide } from '../figures/curve-guides';
import { figureWidth, group, marker, picture, px, stroke, words } from './drawing';
import { html, type Fragment, type Markup } from './html';
import type { StrategyMarker } from '../figures/palette';
import type { Scale } from './scale';

/** A value at one place of the x axis, with its interval. */
export interface FigurePoint {
  readonly x: number;
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** A line through measured places, or through what a person expected of them. */
export interface FigureLine {
  readonly name: string;
  readonly colour: string;
  readonly shape: StrategyMarker;
  /** 0: solid with filled marks; 1, 2: dashed and dotted with hollow marks. */
  readonly pattern: number;
  readonly points: readonly FigurePoint[];
  /** A place on the x axis with its interval: a line and a band. */
  readonly place?: { readonly x: number; readonly low: number; readonly high: number } | undefined;
}

export interface FigureAxis {
  readonly title: string;
  /** A scale between the two ends it is given, in units of the figure. */
  readonly scale: (start: number, end: number) => Scale;
  readonly tick: (value: number) => string;
}

export interface CurveFigure {
  readonly x: FigureAxis;
  readonly y: FigureAxis;
  readonly lines: readonly FigureLine[];
  readonly guides?: readonly CurveGuide[];
  readonly boundaries?: readonly CurveBoundary[];
  /** A horizontal line that divides the plot, with its word. */
  readonly divide?: { readonly at: number; readonly name: string };
}

const left = 62;
const right = figureWidth - 18;
const plotHeight = 216;
const legendRow = 17;
const boundaryRow = 12;
const letterWidth = 5.6;
const dashes = ['', '7 4', '2 3'] as const;
const samples = 48;

/** Lines over two axes with whiskers, computed curves and edges of the machine; a legend above names what is drawn. */
export function curvePicture(label: string, curve: CurveFigure): Markup {
  const legend = legendOf(curve);
  const top = legend.height + boundaryRow * (1 + (curve.boundaries ?? []).length) - 4;
  const bottom = top + plotHeight;
  const x = curve.x.scale(left, right);
  const y = curve.y.scale(bottom, top);
  const content = html`${legend.markup}${horizontalGrid(y, curve.y)}${verticalAxis(x, curve.x, bottom)}
  ${boundaryMarks(curve, x, top, bottom)}${divideMark(curve, y)}${curve.lines.map((line) => placeMark(line, x, top, bottom))}
  ${(curve.guides ?? []).map((guide) => guideMark(guide, x, y, top))}${curve.lines.map((line) => lineMarks(line, x, y))}`;
  return picture(bottom + 36, label, content);
}

function horizontalGrid(y: Scale, { title, tick }: FigureAxis): Markup {
  const lines = y.ticks.map((value) => [
    stroke('grid', `M${left} ${px(y.at(value))}H${right}`),
    words('tick', left - 8, y.at(value) + 3.4, tick(value), { anchor: 'end' }),
  ]);
  const middle = (y.start + y.end) / 2;
  const turned = html`<text class="axis-title" text-anchor="middle" transform="translate(11 ${px(middle)}) rotate(-90)">
    ${title}
  </text>`;
  return group(lines, turned);
}

function verticalAxis(x: Scale, { title, tick }: FigureAxis, bottom: number): Markup {
  return group(
    stroke('baseline', `M${left} ${px(bottom)}H${right}`),
    x.ticks.map((value) => [
      stroke('baseline', `M${px(x.at(value))} ${px(bottom)}v4`),
      words('tick', x.at(value), bottom + 15, tick(value), { anchor: 'middle' }),
    ]),
    words('axis-title', (left + right) / 2, bottom + 31, title, { anchor: 'middle' }),
  );
}

/** One name a row, so that near edges do not hide each other's. */
function boundaryMarks({ boundaries = [] }: CurveFigure, x: Scale, top: number, bottom: number): Markup[] {
  return boundaries.flatMap(({ x: value, label }, index) => {
    const at = x.at(value);
    if (at < left || at > right) return [];
    const y = top - boundaryRow * index;
    return [
      stroke('boundary', `M${px(at)} ${px(y - 2)}V${px(bottom)}`),
      words('tick', Math.min(at, right - label.length * letterWidth), y - 5, label),
    ];
  });
}

function divideMark({ divide }: CurveFigure, y: Scale): Markup | undefined {
  if (!divide) return undefined;
  return group(
    stroke('whisker', `M${left} ${px(y.at(divide.at))}H${right}`),
    words('tick', left + 4, y.at(divide.at) - 5, divide.name),
  );
}

function placeMark({ place, colour }: FigureLine, x: Scale, top: number, bottom: number): Markup | undefined {
  if (!place) return undefined;
  const [low, at, high] = [place.low, place.x, place.high].map((value) => Math.min(right, Math.max(left, x.at(value))));
  const width = Math.max(1, (high ?? 0) - (low ?? 0));
  return group(
    html`<rect
      x="${px(low ?? 0)}"
      y="${px(top)}"
      width="${px(width)}"
      height="${px(bottom - top)}"
      fill="${colour}"
      fill-opacity="0.14"
    />`,
    html`<path d="M${px(at ?? 0)} ${px(top)}V${px(bottom)}" fill="none" stroke="${colour}" stroke-dasharray="5 3" />`,
  );
}

/** From one to the end of the axis; what leaves the plot at the top ends there. */
function guideMark({ at, dash, knownTo = Infinity }: CurveGuide, x: Scale, y: Scale, top: number): Markup[] {
  const known = (value: number): boolean => value <= knownTo;
  const places = samplesOf(x).map((value) => ({ value, py: y.at(at(value)) }));
  const shown = places.filter(({ py }) => Number.isFinite(py) && py >= top);
  const path = (part: typeof shown): string =>
    part.map(({ value, py }, index) => `${index === 0 ? 'M' : 'L'}${px(x.at(value))} ${px(py)}`).join('');
  const pieces = [
    { part: shown.filter(({ value }) => known(value)), opacity: 0.9 },
    { part: shown.filter(({ value }) => !known(value)), opacity: 0.4 },
  ];
  return pieces
    .filter(({ part }) => part.length > 1)
    .map(
      ({ part, opacity }) =>
        html`<path class="guide" d="${path(part)}" stroke-opacity="${opacity}" stroke-dasharray="${dash.join(' ')}" />`,
    );
}

/** Even places on the axis as it is drawn, from its first tick to its last. */
function samplesOf(scale: Scale): number[] {
  const at = (value: number): number => scale.at(value);
  const { ticks } = scale;
  const [first = 1, last = first] = [ticks[0], ticks.at(-1)];
  const isEven = Math.abs(at((first + last) / 2) - (at(first) + at(last)) / 2) < 0.5;
  return Array.from({ length: samples + 1 }, (_, index) => {
    const share = index / samples;
    return isEven ? first + (last - first) * share : first * (last / first) ** share;
  });
}

function lineMarks({ points, colour, shape, pattern }: FigureLine, x: Scale, y: Scale): Markup {
  const shown = points.filter(({ estimate }) => Number.isFinite(estimate));
  const path = shown.map(
    ({ x: value, estimate }, index) => `${index === 0 ? 'M' : 'L'}${px(x.at(value))} ${px(y.at(estimate))}`,
  );
  const dash = dashes[pattern % dashes.length] ?? '';
  return group(
    html`<path d="${path.join('')}" fill="none" stroke="${colour}" stroke-width="1.6" stroke-dasharray="${dash}" />`,
    shown.map(({ x: value, low, high }) => uprightWhisker(x.at(value), y.at(low), y.at(high))),
    shown.map(({ x: value, estimate }) =>
      marker(shape, x.at(value), y.at(estimate), 4, { colour, hollow: pattern > 0 }),
    ),
  );
}

function uprightWhisker(x: number, low: number, high: number): Markup | undefined {
  // An interval smaller than its mark is under it.
  if (!Number.isFinite(low) || !Number.isFinite(high) || low - high < 8) return undefined;
  const caps = [low, high].map((y) => `M${px(x - 3)} ${px(y)}H${px(x + 3)}`).join('');
  return stroke('whisker', `M${px(x)} ${px(low)}V${px(high)}${caps}`);
}

/** Names in rows above the plot, each after a piece of its line. */
function legendOf({ lines, guides = [] }: CurveFigure): { readonly markup: Markup; readonly height: number } {
  let x = left;
  let y = 10;
  const place = (width: number): { readonly x: number; readonly y: number } => {
    if (x > left && x + width > right) [x, y] = [left, y + legendRow];
    const at = { x, y };
    x += width;
    return at;
  };
  const entry = (text: string, sample: (x: number, y: number) => Fragment): Markup => {
    const at = place(text.length * letterWidth + 52);
    return group(sample(at.x, at.y), words('legend', at.x + 34, at.y + 3.4, text));
  };
  const drawn = lines.map(({ name, colour, shape, pattern }) =>
    entry(name, (from, at) => [
      html`<path
        d="M${px(from)} ${px(at)}h28"
        fill="none"
        stroke="${colour}"
        stroke-width="1.6"
        stroke-dasharray="${dashes[pattern % dashes.length] ?? ''}"
      />`,
      marker(shape, from + 14, at, 3.6, { colour, hollow: pattern > 0 }),
    ]),
  );
  const computed = guides.map(({ label, detail, dash }) =>
    entry(detail === undefined ? label : `${label} ${detail}`, (from, at) => [
      html`<path class="guide" d="M${px(from)} ${px(at)}h28" stroke-dasharray="${dash.join(' ')}" />`,
    ]),
  );
  return { markup: group(drawn, computed), height: y + legendRow };
}
