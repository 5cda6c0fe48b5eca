import type { stateLooks } from '@core/figures/palette';
import { workerStates } from '@core/record/schema-parts';
import type { WorkerState } from '@core/record/schema-parts';
import { labelFitting } from './timeline-geometry';
import type { PlacedLane, PlacedServed, PlacedSpan, TimelineGeometry } from './timeline-geometry';

// Spans and marks on a canvas: tens of thousands of them are drawn within a frame, which elements of a page are not.

export interface TimelineInk {
  /** Colour of marks and their names. */
  readonly text: string;
  /** Colour of the lines of the time axis. */
  readonly grid: string;
  /** Family of the letters, as in the rest of the window. */
  readonly font: string;
  readonly states: ReturnType<typeof stateLooks>;
  readonly letter: (state: WorkerState) => string;
  readonly taskName: (task: string | undefined) => string;
}

type Context = Pick<
  CanvasRenderingContext2D,
  'clearRect' | 'fillRect' | 'fillText' | 'beginPath' | 'moveTo' | 'lineTo' | 'fill'
> & { fillStyle: CanvasRenderingContext2D['fillStyle']; font: string; textAlign: CanvasTextAlign };

/**
 * Paints what is in view. A span of a pixel or more has sharp edges; a narrower one is as faint as it is narrow, never
 * widened, and lies on top.
 * @param left px from the left edge of the canvas to the plot
 * @param gridX px of the lines of the time axis, in the plot
 */
export function paintTimeline(
  context: Context,
  geometry: TimelineGeometry,
  left: number,
  gridX: readonly number[],
  ink: TimelineInk,
): void {
  context.clearRect(0, 0, 2 * left + geometry.plotWidth, geometry.height);
  context.fillStyle = ink.grid;
  for (const x of gridX) context.fillRect(left + Math.round(x), 0, 1, geometry.axisY);
  const lanes = geometry.groups.flatMap((group) => group.lanes);
  for (const isThin of [false, true]) paintSpans(context, lanes, left, isThin, ink);
  context.font = `550 11px ${ink.font}`;
  context.textAlign = 'left';
  for (const lane of lanes) if (lane.isRoomy) paintLabels(context, lane, left, ink);
  context.fillStyle = ink.text;
  for (const lane of lanes) for (const mark of lane.served) paintMark(context, lane, mark, left, ink);
}

/** One colour after the other: setting it for every span would take longer than painting. */
function paintSpans(
  context: Context,
  lanes: readonly PlacedLane[],
  left: number,
  isThin: boolean,
  ink: TimelineInk,
): void {
  for (const state of workerStates) {
    context.fillStyle = ink.states[state].colour;
    for (const { spans, y, height } of lanes) {
      for (const { span, x, width } of spans) {
        if (span.state !== state || width < 1 !== isThin) continue;
        const from = isThin ? x : Math.round(x);
        const to = isThin ? x + width : Math.round(x + width);
        context.fillRect(left + from, y, to - from, height);
      }
    }
  }
}

function paintLabels(context: Context, { spans, y, height }: PlacedLane, left: number, ink: TimelineInk): void {
  for (const { span, x, width } of spans) {
    if (width < 14) continue;
    const label = labelFitting(width, ink.letter(span.state), ink.taskName(span.task));
    if (label === '') continue;
    context.fillStyle = ink.states[span.state].ink;
    context.fillText(label, left + x + 4, y + height - 6);
  }
}

function paintMark(context: Context, lane: PlacedLane, served: PlacedServed, left: number, ink: TimelineInk): void {
  const x = left + served.x;
  const { y, height } = lane;
  if (!lane.isRoomy) {
    // At the foot alone: hundreds of full marks would hide the states.
    context.fillRect(x - 0.5, y + height - 3, 1, 3);
    return;
  }
  context.fillRect(x - 0.75, y, 1.5, height + 2);
  context.beginPath();
  context.moveTo(x, y + height + 1);
  context.lineTo(x - 4, y + height + 8);
  context.lineTo(x + 4, y + height + 8);
  context.fill();
  if (!served.isLabelled) return;
  context.textAlign = served.isFlipped ? 'right' : 'left';
  context.fillText(ink.taskName(served.mark.task), x + (served.isFlipped ? -7 : 7), y + height + 11);
}

/** Where a piece is drawn, in px of the whole drawing: for the frame around the one that the keyboard is on. */
export function boxOf(
  lane: Pick<PlacedLane, 'y' | 'height'>,
  { x, width }: PlacedSpan,
  left: number,
): { x: number; y: number; width: number; height: number } {
  return { x: left + x, y: lane.y, width: Math.max(1, width), height: lane.height };
}
