import type { ServedMark, Timeline, TimelineGroup, TimelineLane, TimelineSpan, TimeWindow } from './timeline-layout';
import { mergedSpans } from '@core/reports/merged-spans';
import { pixelOf, visibleSpans } from './timeline-layout';

// Where things stand in the drawing, in px. Widths follow the recorded times alone: nothing is widened to be seen.

/** Room for the names of the workers at the left. */
export const gutter = 74;
/** Room at the right, so that the last label of the axis is not cut. */
export const rightMargin = 18;
export const barHeight = 20;
const titleHeight = 24;
const servedHeight = 15;
const laneGap = 4;
const groupGap = 10;
const axisHeight = 40;
/** Half the width of the mark of a task that is done, with a little air. */
const markWidth = 6;
/** Up to this many marks of a lane each is drawn; of more, those at least this far apart, in px. */
const fewMarks = 12;
const leastMarkDistance = 4;
/** Mean width of a letter at the size of the labels. */
const letterWidth = 6.6;

export interface PlacedSpan {
  /** Index of lane and span in the timeline: the way of the keyboard. */
  readonly lane: number;
  readonly index: number;
  /** Spans drawn as this one: neighbours that are narrower than a pixel. */
  readonly count: number;
  readonly span: TimelineSpan;
  readonly x: number;
  readonly width: number;
}

export interface PlacedServed {
  readonly mark: ServedMark;
  readonly x: number;
  /** False where its name would run into a neighbour on either side. */
  readonly isLabelled: boolean;
  /** True where its name stands left of it, because there is no room at the right. */
  readonly isFlipped: boolean;
}

export interface PlacedLane {
  readonly number: number;
  readonly lane: TimelineLane;
  readonly y: number;
  readonly spans: readonly PlacedSpan[];
  readonly served: readonly PlacedServed[];
}

export interface PlacedGroup {
  readonly group: TimelineGroup;
  readonly y: number;
  readonly lanes: readonly PlacedLane[];
  /** Where the execution ends, if that is in view. */
  readonly endX: number | undefined;
}

export interface TimelineGeometry {
  readonly groups: readonly PlacedGroup[];
  readonly plotWidth: number;
  /** Top of the axis, and height of the whole. */
  readonly axisY: number;
  readonly height: number;
}

/** Places every span that is in view. `name` gives the text of a task, to see whether it fits. */
export function placeTimeline(
  timeline: Timeline,
  view: TimeWindow,
  width: number,
  name: (task: string) => string,
): TimelineGeometry {
  const plotWidth = Math.max(1, width - gutter - rightMargin);
  let y = 0;
  let number = 0;
  const groups = timeline.groups.map((group): PlacedGroup => {
    const top = y;
    y += titleHeight;
    const lanes = group.lanes.map((lane): PlacedLane => {
      const placed = {
        number,
        lane,
        y,
        spans: placeSpans(lane, number, view, plotWidth),
        served: placeServed(lane, view, plotWidth, name),
      };
      number += 1;
      y += barHeight + (lane.served.length > 0 ? servedHeight : 0) + laneGap;
      return placed;
    });
    y += groupGap;
    const endX = pixelOf(group.totalNs, view, plotWidth);
    return { group, y: top, lanes, endX: endX >= 0 && endX <= plotWidth ? endX : undefined };
  });
  return { groups, plotWidth, axisY: y, height: y + axisHeight };
}

function placeSpans(lane: TimelineLane, number: number, view: TimeWindow, plotWidth: number): PlacedSpan[] {
  const visible = visibleSpans(lane.spans, view);
  const before = visible[0] ? lane.spans.indexOf(visible[0]) : 0;
  const nsPerPixel = (view.toNs - view.fromNs) / plotWidth;
  return mergedSpans(visible, nsPerPixel).map(({ startNs, endNs, state, task, first, count }): PlacedSpan => {
    // Cut to the drawing: far-away ends would overflow its coordinates.
    const from = Math.max(0, pixelOf(startNs, view, plotWidth));
    const to = Math.min(plotWidth, pixelOf(endNs, view, plotWidth));
    const span: TimelineSpan = { state, startNs, endNs, task };
    return { lane: number, index: before + first, count, span, x: from, width: to - from };
  });
}

function placeServed(
  lane: TimelineLane,
  view: TimeWindow,
  plotWidth: number,
  name: (task: string) => string,
): PlacedServed[] {
  const all = lane.served
    .map((mark) => ({ mark, x: pixelOf(mark.atNs, view, plotWidth) }))
    .filter(({ x }) => x >= 0 && x <= plotWidth)
    .toSorted((a, b) => a.x - b.x);
  const marks = all.length > fewMarks ? apart(all) : all;
  /** Where the name or mark before ends. */
  let taken = -Infinity;
  return marks.map(({ mark, x }, index): PlacedServed => {
    const length = name(mark.task).length * letterWidth + 2 * markWidth;
    const next = marks[index + 1]?.x ?? plotWidth + rightMargin + markWidth;
    const fitsRight = x + length <= next - markWidth;
    const fitsLeft = x - length >= taken;
    taken = fitsRight ? x + length : x + markWidth;
    return { mark, x, isLabelled: fitsRight || fitsLeft, isFlipped: !fitsRight };
  });
}

/** Without the marks that would lie on the one before. */
function apart<T extends { readonly x: number }>(marks: readonly T[]): T[] {
  let before = -Infinity;
  return marks.filter(({ x }) => {
    if (x - before < leastMarkDistance) return false;
    before = x;
    return true;
  });
}

/** What fits into a span: letter and name, the letter alone, or nothing. */
export function labelFitting(width: number, letter: string, name: string): string {
  const full = name === '' ? letter : `${letter} ${name}`;
  if (width >= full.length * letterWidth + 8) return full;
  return width >= 14 ? letter : '';
}
