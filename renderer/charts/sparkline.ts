import type { LoadPoint } from './load-series';

/** What a sparkline is drawn on: the part of a canvas context it needs. */
export type SparklineContext = Pick<
  CanvasRenderingContext2D,
  | 'clearRect'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'closePath'
  | 'fill'
  | 'stroke'
  | 'strokeStyle'
  | 'fillStyle'
  | 'lineWidth'
  | 'globalAlpha'
>;

export interface SparklineFrame {
  readonly width: number;
  readonly height: number;
  /** Length of the time axis, in seconds; the newest point is at the right edge. */
  readonly seconds: number;
  readonly color: string;
}

/** The unbroken pieces of a line: a point that is no number ends one. */
export function unbroken(points: readonly LoadPoint[]): readonly (readonly LoadPoint[])[] {
  const pieces: LoadPoint[][] = [[]];
  for (const point of points) {
    if (Number.isNaN(point.total)) pieces.push([]);
    else pieces.at(-1)?.push(point);
  }
  return pieces.filter((piece) => piece.length > 0);
}

/** Draws the total as an area from 0 to 100 %, with its gaps. */
export function drawSparkline(context: SparklineContext, points: readonly LoadPoint[], frame: SparklineFrame): void {
  const { width, height, seconds, color } = frame;
  const newest = points.at(-1)?.seconds ?? 0;
  const x = (point: LoadPoint): number => width - ((newest - point.seconds) / seconds) * width;
  const y = (point: LoadPoint): number => height - 1 - point.total * (height - 2);
  context.clearRect(0, 0, width, height);
  for (const piece of unbroken(points)) {
    const [first, last] = [piece[0], piece.at(-1)];
    if (!first || !last) continue;
    trace(context, piece, x, y);
    context.lineTo(x(last), height);
    context.lineTo(x(first), height);
    context.closePath();
    context.fillStyle = color;
    context.globalAlpha = 0.16;
    context.fill();
    context.globalAlpha = 1;
    trace(context, piece, x, y);
    context.strokeStyle = color;
    context.lineWidth = 1.25;
    context.stroke();
  }
}

function trace(
  context: SparklineContext,
  piece: readonly LoadPoint[],
  x: (point: LoadPoint) => number,
  y: (point: LoadPoint) => number,
): void {
  context.beginPath();
  piece.forEach((point, index) =>
    index === 0 ? context.moveTo(x(point), y(point)) : context.lineTo(x(point), y(point)),
  );
}
