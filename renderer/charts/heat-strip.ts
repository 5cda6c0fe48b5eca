import type { LoadPoint } from './load-series';

export interface HeatImageFrame {
  /** Width of the image in pixels; it has one row of pixels per core. */
  readonly columns: number;
  /** Length of the time axis; the newest point is at the right edge. */
  readonly seconds: number;
  /** Red, green and blue, 0..255, with spaces between: the colour of a fully busy core. */
  readonly rgb: string;
}

/**
 * Paints one row per core into the pixels of an image (RGBA, little endian), to be stretched where it is shown: 64 cores
 * over a minute are 15,000 cells, too many to be drawn one by one in full size 4 times a second. A moment without a sample stays
 * blank, as does the time before the first. A sample keeps its width while it moves: its edges lie on a grid in time.
 */
export function paintHeat(pixels: Uint32Array, points: readonly LoadPoint[], frame: HeatImageFrame): void {
  pixels.fill(0);
  paintFrom(1, pixels, points, frame);
}

/** A strip's pixels from one drawing to the next: what was painted moves to the left, only what is new is painted. */
export class HeatImage {
  #pixels = new Uint32Array();
  #frame: HeatImageFrame | undefined;
  #newest: LoadPoint | undefined;

  /** The pixels of these points, the newest at the right edge; the same array until the number of pixels changes. */
  paint(points: readonly LoadPoint[], cores: number, frame: HeatImageFrame): Uint32Array {
    const shift = this.#shiftTo(points.at(-1), cores, frame);
    if (shift === undefined) {
      if (this.#pixels.length !== cores * frame.columns) this.#pixels = new Uint32Array(cores * frame.columns);
      paintHeat(this.#pixels, points, frame);
    } else {
      const pixels = this.#pixels;
      // Every row at once: what moves in from the row below is blanked, then painted.
      pixels.copyWithin(0, shift);
      for (let end = frame.columns; end <= pixels.length; end += frame.columns) pixels.fill(0, end - shift, end);
      const known = points.findLastIndex((point) => point.seconds <= (this.#newest?.seconds ?? 0));
      paintFrom(known + 1, pixels, points, frame);
    }
    this.#frame = frame;
    this.#newest = points.at(-1);
    return this.#pixels;
  }

  /** By how many columns the painted picture has moved; undefined if it is of no use. */
  #shiftTo(newest: LoadPoint | undefined, cores: number, frame: HeatImageFrame): number | undefined {
    const [last, before] = [this.#newest, this.#frame];
    if (!newest || !last || !before || last.seconds > newest.seconds) return undefined;
    if (before.columns !== frame.columns || before.seconds !== frame.seconds || before.rgb !== frame.rgb)
      return undefined;
    if (last.perCore.length !== newest.perCore.length || this.#pixels.length !== cores * frame.columns)
      return undefined;
    const shift = columnOf(newest, frame) - columnOf(last, frame);
    return shift < frame.columns ? shift : undefined;
  }
}

/** Column of a moment on the grid in time; the newest point's is the right edge. */
function columnOf({ seconds }: LoadPoint, frame: HeatImageFrame): number {
  return Math.round((seconds / frame.seconds) * frame.columns);
}

/** Paints the intervals that end at these points, from the one with the index `first` on. */
function paintFrom(first: number, pixels: Uint32Array, points: readonly LoadPoint[], frame: HeatImageFrame): void {
  const newest = points.at(-1);
  if (!newest) return;
  const { columns, rgb } = frame;
  const shades = shadesOf(rgb);
  const offset = columns - columnOf(newest, frame);
  for (let index = Math.max(1, first); index < points.length; index++) {
    const [before, point] = [points[index - 1], points[index]];
    if (!before || !point || Number.isNaN(point.total) || Number.isNaN(before.total)) continue;
    const left = Math.max(0, columnOf(before, frame) + offset);
    const right = columnOf(point, frame) + offset;
    for (let core = 0; core < point.perCore.length; core++) {
      const shade = shades[Math.round((point.perCore[core] ?? 0) * busiest)] ?? 0;
      for (let at = core * columns + left; at < core * columns + right; at++) pixels[at] = shade;
    }
  }
}

/** The last of the shades. */
const busiest = 255;

/** From an idle core, which must still be told from a gap, to a fully busy one: the same colour, more and more opaque. */
function shadesOf(rgb: string): Uint32Array {
  const [red = 0, green = 0, blue = 0] = rgb.split(' ').map(Number);
  const shades = new Uint32Array(busiest + 1);
  for (let step = 0; step <= busiest; step++) {
    const alpha = Math.round(255 * (0.06 + 0.94 * (step / busiest)));
    shades[step] = (alpha << 24) | (blue << 16) | (green << 8) | red;
  }
  return shades;
}
