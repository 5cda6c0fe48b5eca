/** What the figures of the report have in common. Lengths are SVG user units; a figure is as wide as the page's text. */
import type { ConditionDefinition } from '../experiments/definition-types';
import { threeDigits } from '../texts/format';
import { html, type Fragment, type Markup } from './html';
import { strategyColour, strategyMarkers, type StrategyMarker } from '../figures/palette';
import type { Scale } from './scale';

export const figureWidth = 672;
/** Left edge of the plot: room for the names of the conditions. */
export const plotStart = 172;

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
export function words(
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

export interface AxisLabels {
  readonly title: string;
  tick(value: number): string;
}

/** Grid lines from top to bottom, tick labels and the axis title below them. */
export function axis(scale: Scale, top: number, bottom: number, labels: AxisLabels): Markup {
  const lines = scale.ticks.map((value) => {
    const x = scale.at(value);
    return [
      stroke(value === 0 ? 'baseline' : 'grid', `M${px(x)} ${px(top)}V${px(bottom)}`),
      words('tick', x, bottom + 13, labels.tick(value), { anchor: 'middle' }),
    ];
  });
  const title = words('axis-title', (scale.start + scale.end) / 2, bottom + 28, labels.title, { anchor: 'middle' });
  return group(lines, title);
}

/** Room an axis needs below the plot. */
export const axisHeight = 34;

/** Unit for an axis of durations: symbol and length in nanoseconds. */
export function durationUnit(largestNs: number): { readonly symbol: string; readonly sizeNs: number } {
  if (largestNs >= 10e9) return { symbol: 's', sizeNs: 1e9 };
  return largestNs >= 10e6 ? { symbol: 'ms', sizeNs: 1e6 } : { symbol: 'µs', sizeNs: 1e3 };
}

/** Tick labels of a duration axis whose values are in nanoseconds. */
export function durationTick(unit: { readonly sizeNs: number }): (value: number) => string {
  return (value) =>
    threeDigits(value / unit.sizeNs)
      .replace(/(\.\d*?)0+$/, '$1')
      .replace(/\.$/, '');
}

export interface MarkStyle {
  readonly colour: string;
  readonly hollow?: boolean;
  readonly faint?: boolean;
}

/** A marker centred on a point; `size` is about half its width. */
export function marker(shape: StrategyMarker, x: number, y: number, size: number, style: MarkStyle): Markup {
  const fill = style.hollow ? '#FFFFFF' : style.colour;
  const opacity = style.faint ? 0.55 : 1;
  // Star and cross are lines only: their strokes carry the colour alone.
  const lines = shape === 'star' || shape === 'crossRot';
  const width = style.hollow || lines ? 1.5 : 0.75;
  return html`<path
    d="${shapePath(shape, x, y, size)}"
    fill="${fill}"
    fill-opacity="${opacity}"
    stroke="${style.colour}"
    stroke-width="${width}"
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

/** An interval as a line with caps. */
export function whisker(from: number, to: number, y: number, cap: number): Markup {
  const caps = [from, to].map((x) => `M${px(x)} ${px(y - cap)}V${px(y + cap)}`).join('');
  return stroke('whisker', `M${px(from)} ${px(y)}H${px(to)}${caps}`);
}

export interface ConditionStyle {
  readonly colour: string;
  readonly shape: StrategyMarker;
  readonly hollow: boolean;
}

/** How a condition is drawn: its strategy's colour and marker, hollow for the second half of an A/A pair. */
export function styleOf(condition: ConditionDefinition | undefined): ConditionStyle {
  const strategy = condition?.strategy ?? 'sync';
  return {
    colour: strategyColour(strategy),
    shape: strategyMarkers[strategy],
    hollow: condition?.repeats !== undefined,
  };
}

/** Marker and name of a condition in the left margin; `width` is the room for the name. */
export function rowLabel(
  condition: ConditionDefinition | undefined,
  name: string,
  y: number,
  width = figureWidth,
): Markup {
  const style = styleOf(condition);
  return html`${marker(style.shape, 6, y, 4.2, style)}${label(17, y, name, width)}`;
}

/** A name centred on `y`, in two lines if it is too long for one. */
export function label(x: number, y: number, name: string, width: number): Markup {
  const [first, second] = inLines(name, width);
  if (second === undefined) return words('row-label', x, y + 3.6, first);
  return group(words('row-label', x, y - 1.6, first), words('row-label', x, y + 8.8, second));
}

/** Parts a text that is too long at the space closest to its middle; characters are taken to be 5.6 units wide. */
export function inLines(text: string, width: number): readonly [string, string?] {
  if (text.length * 5.6 <= width) return [text];
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index);
  const [middle] = spaces.sort((a, b) => Math.abs(a - text.length / 2) - Math.abs(b - text.length / 2));
  return middle === undefined ? [text] : [text.slice(0, middle), text.slice(middle + 1)];
}
