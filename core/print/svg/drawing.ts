/** What the figures of the report have in common. Lengths are SVG user units; a figure is as wide as the page's text. */
import type { Axis } from '../../figures/axes';
import type { Look } from '../../figures/figure';
import type { StrategyMarker } from '../../figures/palette';
import { html, type Fragment, type Markup } from '../html';

export const figureWidth = 672;
/** Width that a character is taken to have; a little more than most have. */
const letterWidth = 5.8;

/** About how wide a text is; never less than it will be by more than a character. */
export function widthOf(text: string): number {
  return text.length * letterWidth;
}

/** Whether a text fits into a space with a little air at its ends. */
export function fits(text: string, width: number): boolean {
  return widthOf(text) + 6 <= width;
}

/** Positions are rounded: a hundredth of a unit is far below what can be printed. */
export function px(value: number): number {
  return Math.round(value * 100) / 100;
}

/** An SVG picture with a text alternative. */
export function picture(height: number, label: string, content: Fragment): Markup {
  const box = `0 0 ${figureWidth} ${px(height)}`;
  return html`<svg viewBox="${box}" role="img" aria-label="${label}">
    <title>${label}</title>
    ${content}
  </svg>`;
}

/** A text; `kind` is a class of the style sheet. `ink` is its colour where the style sheet does not say. */
export function lettering(
  kind: string,
  x: number,
  y: number,
  text: string,
  { anchor = 'start', ink }: { readonly anchor?: 'start' | 'middle' | 'end'; readonly ink?: string } = {},
): Markup {
  const fill = ink === undefined ? undefined : html` fill="${ink}"`;
  return html`<text class="${kind}" x="${px(x)}" y="${px(y)}" text-anchor="${anchor}" ${fill}>${text}</text>`;
}

/** A line or shape without a colour of its own; `kind` is a class of the style sheet. */
export function stroke(kind: string, path: string): Markup {
  return html`<path class="${kind}" d="${path}" />`;
}

/** A filled rectangle; `kind` is a class of the style sheet. */
export function box(kind: string, x: number, y: number, width: number, height: number, fill: string): Markup {
  const [left, top, wide, high] = [x, y, width, height].map(px);
  return html`<rect class="${kind}" x="${left}" y="${top}" width="${wide}" height="${high}" fill="${fill}" />`;
}

/** Pieces of a figure that belong together. */
export function group(...pieces: readonly Fragment[]): Markup {
  return html`<g>${pieces}</g>`;
}

/** Where the values of an axis lie between two ends in units of the figure. */
export interface Scale {
  readonly at: (value: number) => number;
  readonly start: number;
  readonly end: number;
}

/** Positions on an axis; what lies below a logarithmic one stands at its start. */
export function scaleOf({ from, to, isLogarithmic }: Axis, start: number, end: number): Scale {
  const share = (value: number): number =>
    isLogarithmic ? Math.log(Math.max(from, value) / from) / Math.log(to / from) : (value - from) / (to - from);
  return { at: (value) => start + share(value) * (end - start), start, end };
}

/** Grid lines from top to bottom, tick labels and the axis title below them. */
export function acrossAxis(axis: Axis, scale: Scale, top: number, bottom: number): Markup {
  const lines = axis.ticks.map((value) => {
    const x = scale.at(value);
    return [
      stroke(value === 0 ? 'baseline' : 'grid', `M${px(x)} ${px(top)}V${px(bottom)}`),
      lettering('tick', x, bottom + 13, axis.tick(value), { anchor: 'middle' }),
    ];
  });
  // A title wider than the plot moves aside rather than over the figure's edge.
  const half = widthOf(axis.title) / 2;
  const middle = Math.max(half, Math.min(figureWidth - half, (scale.start + scale.end) / 2));
  return group(lines, lettering('axis-title', middle, bottom + 28, axis.title, { anchor: 'middle' }));
}

/** Grid lines from left to right, tick labels before them and the turned title at the figure's edge. */
export function upAxis(axis: Axis, scale: Scale, left: number, right: number): Markup {
  const lines = axis.ticks.map((value) => [
    stroke('grid', `M${left} ${px(scale.at(value))}H${right}`),
    lettering('tick', left - 8, scale.at(value) + 3.4, axis.tick(value), { anchor: 'end' }),
  ]);
  const middle = (scale.start + scale.end) / 2;
  const turned = html`<text class="axis-title" text-anchor="middle" transform="translate(11 ${px(middle)}) rotate(-90)">
    ${axis.title}
  </text>`;
  return group(lines, turned);
}

/** Room an axis needs below the plot. */
export const axisHeight = 34;

/** A marker centred on a point; `size` is about half its width. `edge` is a hairline of another colour around it. */
export function marker({ colour, shape, hollow }: Look, x: number, y: number, size: number, edge = colour): Markup {
  // Star and cross are lines only: their strokes carry the colour alone.
  const isLines = shape === 'star' || shape === 'crossRot';
  return html`<path
    d="${shapePath(shape, x, y, size)}"
    fill="${hollow ? '#FFFFFF' : colour}"
    stroke="${isLines ? colour : edge}"
    stroke-width="${hollow || isLines ? 1.5 : 0.75}"
  />`;
}

function shapePath(shape: StrategyMarker, x: number, y: number, size: number): string {
  const at = (dx: number, dy: number): string => `${px(x + dx * size)} ${px(y + dy * size)}`;
  switch (shape) {
    case 'circle':
      return `M${at(-1, 0)}a${size} ${size} 0 1 0 ${2 * size} 0a${size} ${size} 0 1 0 ${-2 * size} 0z`;
    case 'rect':
      return `M${at(-0.9, -0.9)}L${at(0.9, -0.9)}L${at(0.9, 0.9)}L${at(-0.9, 0.9)}z`;
    case 'triangle':
      return `M${at(0, -1.1)}L${at(1.05, 0.8)}L${at(-1.05, 0.8)}z`;
    case 'rectRot':
      return `M${at(0, -1.2)}L${at(1.2, 0)}L${at(0, 1.2)}L${at(-1.2, 0)}z`;
    case 'rectRounded':
      return `M${at(-0.4, -1)}L${at(0.4, -1)}L${at(1, -0.4)}L${at(1, 0.4)}L${at(0.4, 1)}L${at(-0.4, 1)}L${at(-1, 0.4)}L${at(-1, -0.4)}z`;
    case 'star':
      return `M${at(0, -1.1)}L${at(0, 1.1)}M${at(-1.1, 0)}L${at(1.1, 0)}M${at(-0.8, -0.8)}L${at(0.8, 0.8)}M${at(-0.8, 0.8)}L${at(0.8, -0.8)}`;
    case 'crossRot':
      return `M${at(-0.9, -0.9)}L${at(0.9, 0.9)}M${at(-0.9, 0.9)}L${at(0.9, -0.9)}`;
  }
}

/** A cross for a value that is flagged and kept. */
export function cross(x: number, y: number, size: number, colour: string): Markup {
  const [left, right, up, down] = [x - size, x + size, y - size, y + size].map(px);
  const path = `M${left ?? 0} ${up ?? 0}L${right ?? 0} ${down ?? 0}M${left ?? 0} ${down ?? 0}L${right ?? 0} ${up ?? 0}`;
  return html`<path d="${path}" fill="none" stroke="${colour}" stroke-width="1.4" />`;
}

/** An interval as a line with caps, with a halo that keeps it visible on a bar. */
export function whisker(from: number, to: number, y: number, cap = 4): Markup {
  const caps = [from, to].map((x) => `M${px(x)} ${px(y - cap)}V${px(y + cap)}`).join('');
  const path = `M${px(from)} ${px(y)}H${px(to)}${caps}`;
  return html`${stroke('halo', path)}${stroke('whisker', path)}`;
}

/** An upright interval; one smaller than its mark is under it and not drawn. */
export function uprightWhisker(x: number, low: number, high: number): Markup | undefined {
  if (!Number.isFinite(low) || !Number.isFinite(high) || low - high < 8) return undefined;
  const caps = [low, high].map((y) => `M${px(x - 3)} ${px(y)}H${px(x + 3)}`).join('');
  return stroke('whisker', `M${px(x)} ${px(low)}V${px(high)}${caps}`);
}

/** Lines after each other in a row, in the next row where the width is used up; their height with them. */
export function legendRows(
  entries: readonly {
    readonly name: string;
    readonly sample: (x: number, y: number) => Fragment;
    readonly room: number;
  }[],
  left: number,
): { readonly markup: Markup; readonly height: number } {
  let [x, y] = [left, 10];
  const drawn = entries.map(({ name, sample, room }) => {
    const width = room + widthOf(name) + 18;
    if (x > left && x + width - 18 > figureWidth) [x, y] = [left, y + 17];
    const at = x;
    x += width;
    return group(sample(at, y), lettering('legend', at + room, y + 3.4, name));
  });
  return { markup: group(drawn), height: entries.length === 0 ? 0 : y + 14 };
}

/** Marker and name of a condition or comparison in the left margin; `width` is the room for the name. */
export function rowLabel(look: Look, name: string, y: number, width: number): Markup {
  return html`${marker(look, 6, y, 4.2)}${label(17, y, name, width)}`;
}

/** A name centred on `y`, in two lines if it is too long for one. */
export function label(x: number, y: number, name: string, width: number): Markup {
  const [first, second] = inLines(name, width);
  if (second === undefined) return lettering('row-label', x, y + 3.6, first);
  return group(lettering('row-label', x, y - 1.6, first), lettering('row-label', x, y + 8.8, second));
}

/** Parts a text that is too long at the space closest to its middle. */
export function inLines(text: string, width: number): readonly [string, string?] {
  if (widthOf(text) <= width) return [text];
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index);
  const [middle] = spaces.sort((a, b) => Math.abs(a - text.length / 2) - Math.abs(b - text.length / 2));
  return middle === undefined ? [text] : [text.slice(0, middle), text.slice(middle + 1)];
}
