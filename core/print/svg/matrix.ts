import type { MatrixFigure, MatrixFigureCell } from '../../figures/figure';
import { html, type Fragment, type Markup } from '../html';
import { figureWidth, group, px, stroke, widthOf, lettering } from './drawing';
import type { Picture } from './picture';

const nameWidth = 124;
const lineHeight = 13;
const padding = 8;
/** Opacity of the darkest field. */
const mostShade = 0.3;
const strip = { width: 120, height: 18 } as const;

/** A grid of conditions: what each cell showed in a few lines, and the load of every core as bars. */
export function matrixPicture({ corner, columns, rows }: MatrixFigure): Picture {
  const width = (figureWidth - nameWidth) / columns.length;
  const left = (column: number): number => nameWidth + column * width;
  const heads = columns.map((name, column) => lettering('value', left(column) + padding, 15, name));
  let y = 22;
  const drawn = rows.map(({ name, cells }) => {
    const top = y;
    const pieces = cells.map((cell, column) => drawCell(cell, left(column) + padding, top, width - 2 * padding));
    const names = wrapped(name, nameWidth - padding);
    y = top + Math.max(lineHeight * names.length, ...pieces.map(({ height }) => height)) + 2 * padding;
    const shades = cells.flatMap(({ shade }, column) =>
      shade === undefined ? [] : shaded(left(column), top, width, y - top, shade),
    );
    return group(
      shades,
      stroke('grid', `M0 ${px(top)}H${figureWidth}`),
      lines('value', names, 0, top + padding),
      pieces.map(({ markup }) => markup),
    );
  });
  const edges = columns.map((_, column) => stroke('grid', `M${px(left(column))} 0V${px(y)}`));
  return { height: y + 2, content: html`${lettering('value', 0, 15, corner)}${heads}${drawn}${edges}` };
}

function drawCell(cell: MatrixFigureCell, x: number, top: number, width: number) {
  const [first = '', ...rest] = cell.lines;
  const badges = cell.badges.map(({ words: text }) => text).join('; ');
  const head = wrapped(first, width);
  const body = [...rest, badges].filter((line) => line !== '').flatMap((line) => wrapped(line, width));
  let y = top + padding;
  const pieces: Fragment[] = [lines('value', head, x, y), lines('tick', body, x, y + lineHeight * head.length)];
  y += lineHeight * (head.length + body.length);
  if (cell.cores) {
    const label = wrapped(cell.cores.label, width);
    pieces.push(coreBars(cell.cores.shares, x, y), lines('tick', label, x, y + strip.height + 4));
    y += strip.height + 4 + lineHeight * label.length;
  }
  return { markup: group(pieces), height: y - top - padding };
}

/** The ground of a field; pale enough for the text on it. */
function shaded(x: number, y: number, width: number, height: number, shade: number): Markup {
  return html`<rect
    class="shade"
    x="${px(x)}"
    y="${px(y)}"
    width="${px(width)}"
    height="${px(height)}"
    fill-opacity="${px(mostShade * shade)}"
  />`;
}

function coreBars(shares: readonly number[], x: number, y: number): Markup[] {
  const step = strip.width / Math.max(1, shares.length);
  const width = step - Math.min(3, step / 4);
  const bar = (kind: string, core: number, height: number): Markup =>
    html`<rect
      class="${kind}"
      x="${px(x + core * step)}"
      y="${px(y + strip.height - height)}"
      width="${px(width)}"
      height="${px(height)}"
    />`;
  return shares.flatMap((share, core) => [bar('noise', core, strip.height), bar('load', core, share * strip.height)]);
}

function lines(kind: string, texts: readonly string[], x: number, top: number): Markup[] {
  return texts.map((text, index) => lettering(kind, x, top + lineHeight * index + 10, text));
}

/** A text in lines of at most this width, parted at its spaces. */
function wrapped(text: string, width: number): string[] {
  const result: string[] = [];
  for (const word of text.split(' ')) {
    const last = result.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`) <= width) result.splice(-1, 1, `${last} ${word}`);
    else result.push(word);
  }
  return result;
}
