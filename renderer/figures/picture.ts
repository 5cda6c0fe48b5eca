import type { Chart } from 'chart.js';
import { font } from '../charts/pen';
import { surfaceColor, textColor } from '../charts/theme-colors';

/** What a picture says around its drawing. */
export interface PictureWords {
  readonly title: string;
  readonly caption: string;
}

/** Pixels of the picture for each CSS pixel, whatever the screen: sharp in a slide or on paper. */
const scale = 2;
const margin = 16;
const titleLine = 20;
const captionLine = 16;

/** A chart as a picture of its own: title above it, caption with n and machine below, on the theme's surface. */
export function pictureOf(chart: Chart, { title, caption }: PictureWords): HTMLCanvasElement | undefined {
  const { width, height, canvas } = chart;
  const copy = document.createElement('canvas');
  const context = copy.getContext('2d');
  if (!context) return undefined;
  const [titleFont, captionFont] = [font(15, 600), font(12)];
  const titles = wrapped(context, title, titleFont, width);
  const captions = wrapped(context, caption, captionFont, width);
  const top = margin + titles.length * titleLine + 8;
  copy.width = scale * (width + 2 * margin);
  copy.height = scale * (top + height + captions.length * captionLine + margin);
  context.scale(scale, scale);
  context.fillStyle = surfaceColor();
  context.fillRect(0, 0, copy.width, copy.height);
  context.fillStyle = textColor();
  write(context, titles, titleFont, margin, titleLine);
  write(context, captions, captionFont, top + height, captionLine);
  const { currentDevicePixelRatio } = chart;
  redrawnAt(chart, scale);
  context.drawImage(canvas, margin, top, width, height);
  redrawnAt(chart, currentDevicePixelRatio);
  return copy;
}

function redrawnAt(chart: Chart, ratio: number): void {
  chart.options.devicePixelRatio = ratio;
  chart.resize(chart.width, chart.height);
}

function write(
  context: CanvasRenderingContext2D,
  lines: readonly string[],
  type: string,
  top: number,
  height: number,
): void {
  context.font = type;
  context.textBaseline = 'top';
  lines.forEach((line, index) => context.fillText(line, margin, top + index * height));
}

/** A text in lines that fit into a width, parted at its spaces. */
function wrapped(context: CanvasRenderingContext2D, text: string, type: string, width: number): string[] {
  context.font = type;
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && context.measureText(`${last} ${word}`).width <= width)
      lines.splice(-1, 1, `${last} ${word}`);
    else lines.push(word);
  }
  return lines;
}
