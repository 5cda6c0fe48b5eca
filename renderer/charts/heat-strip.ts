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
  const newest = points.at(-1);
  if (!newest) return;
  const { columns, seconds, rgb } = frame;
  const shades = shadesOf(rgb);
  const column = (point: LoadPoint): number => Math.round((point.seconds / seconds) * columns);
  const offset = columns - column(newest);
  points.forEach((point, index) => {
    const before = points[index - 1];
    if (!before || Number.isNaN(point.total) || Number.isNaN(before.total)) return;
    const left = Math.max(0, column(before) + offset);
    const right = column(point) + offset;
    for (let core = 0; core < point.perCore.length; core++) {
      const shade = shades[Math.round((point.perCore[core] ?? 0) * busiest)] ?? 0;
      for (let at = core * columns + left; at < core * columns + right; at++) pixels[at] = shade;
    }
  });
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
