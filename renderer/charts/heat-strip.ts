import type { LoadPoint } from './load-series';

export interface HeatStripFrame {
  readonly width: number;
  readonly height: number;
  readonly seconds: number;
  /** Red, green and blue, 0..255, with spaces between: the colour of a fully busy core. */
  readonly rgb: string;
}

/** Draws one row per core, newest at the right. A moment without a sample stays blank, as does the time before the first. */
export function drawHeatStrip(
  context: Pick<CanvasRenderingContext2D, 'clearRect' | 'fillRect' | 'fillStyle'>,
  points: readonly LoadPoint[],
  { width, height, seconds, rgb }: HeatStripFrame,
): void {
  context.clearRect(0, 0, width, height);
  const newest = points.at(-1);
  if (!newest) return;
  const rowHeight = height / newest.perCore.length;
  points.forEach((point, index) => {
    const before = points[index - 1];
    if (!before || Number.isNaN(point.total) || Number.isNaN(before.total)) return;
    const left = width - ((newest.seconds - before.seconds) / seconds) * width;
    const right = width - ((newest.seconds - point.seconds) / seconds) * width;
    point.perCore.forEach((share, core) => {
      context.fillStyle = `rgb(${rgb} / ${(0.06 + 0.94 * share).toFixed(2)})`;
      context.fillRect(left, core * rowHeight, right - left + 0.5, rowHeight - 1);
    });
  });
}
