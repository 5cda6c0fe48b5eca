import type { ServedMark, Timeline, TimelineGroup, TimelineLane, TimelineSpan, TimeWindow } from './timeline-layout';
import { mergedSpans } from '@core/figures/merged-spans';
import { pixelOf, visibleSpans } from './timeline-layout';

// Where things stand in the drawing, in px. Widths follow the recorded times alone: nothing is widened to be seen.

/** Room for the names of the workers at the left. */
export const gutter = 74;
/** Room at the right, so that the last label of the axis is not cut. */
export const rightMargin = 18;
export const barHeight = 20;
/** Up to so many lanes of a group have this height and room for names; more are dense, every fourth with its name. */
export const mostRoomyLanes = 12;
const denseBarHeight = 9;
const denseGap = 2;
const denseNames = 4;
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

/** A lane without its spans: where it stands, whatever is in view. */
export interface LaneRow {
  readonly number: number;
  readonly lane: TimelineLane;
  readonly y: number;
  readonly height: number;
  /** False in a dense group, where marks have no room for names and not every worker's name is written. */
  readonly isRoomy: boolean;
  readonly isNamed: boolean;
}

export interface GroupRow {
  readonly group: TimelineGroup;
  readonly y: number;
  readonly lanes: readonly LaneRow[];
}

export interface TimelineRows {
  readonly groups: readonly GroupRow[];
  /** Top of the axis, and height of the whole. */
  readonly axisY: number;
  readonly height: number;
}

export interface PlacedLane extends LaneRow {
  readonly spans: readonly PlacedSpan[];
  readonly served: readonly PlacedServed[];
}

export interface PlacedGroup extends GroupRow {
  readonly lanes: readonly PlacedLane[];
  /** Where the execution ends, if that is in view. */
  readonly endX: number | undefined;
}

export interface TimelineGeometry extends TimelineRows {
  readonly groups: readonly PlacedGroup[];
  readonly plotWidth: number;
}

/** Where groups and lanes stand: one below the other, dense where a group has many. */
export function placeRows(timeline: Timeline): TimelineRows {
  let y = 0;
  let number = 0;
  const groups = timeline.groups.map((group): GroupRow => {
    const top = y;
    y += titleHeight;
    const isRoomy = group.lanes.length <= mostRoomyLanes;
    const lanes = group.lanes.map((lane, index): LaneRow => {
      const height = isRoomy ? barHeight : denseBarHeight;
      const row = { number, lane, y, height, isRoomy, isNamed: isRoomy || index % denseNames === 0 };
      number += 1;
      y += height + (isRoomy ? (lane.served.length > 0 ? servedHeight : 0) + laneGap : denseGap);
      return row;
    });
    y += groupGap;
    return { group, y: top, lanes };
  });
  return { groups, axisY: y, height: y + axisHeight };
}

/** Places every span that is in view. `name` gives the text of a task, to see whether it fits. */
export function placeTimeline(
  rows: TimelineRows,
  view: TimeWindow,
  width: number,
  name: (task: string) => string,
): TimelineGeometry {
  const plotWidth = Math.max(1, width - gutter - rightMargin);
  const groups = rows.groups.map((row): PlacedGroup => {
    const endX = pixelOf(row.group.totalNs, view, plotWidth);
    const lanes = row.lanes.map((lane): PlacedLane => {
      const served = placeServed(lane, view, plotWidth, name);
      return { ...lane, spans: placeSpans(lane.lane, lane.number, view, plotWidth), served };
    });
    return { ...row, lanes, endX: endX >= 0 && endX <= plotWidth ? endX : undefined };
  });
  return { ...rows, groups, plotWidth };
}

function placeSpans(lane: TimelineLane, number: number, view: TimeWindow, plotWidth: number): PlacedSpan[] {
  const visible = visibleSpans(lane.spans, view);
  const nsPerPixel = (view.toNs - view.fromNs) / plotWidth;
  return mergedSpans(visible.spans, nsPerPixel).map(({ startNs, endNs, state, task, first, count }): PlacedSpan => {
    // Cut to the drawing: far-away ends would overflow its coordinates.
    const from = Math.max(0, pixelOf(startNs, view, plotWidth));
    const to = Math.min(plotWidth, pixelOf(endNs, view, plotWidth));
    const span: TimelineSpan = { state, startNs, endNs, task };
    return { lane: number, index: visible.first + first, count, span, x: from, width: to - from };
  });
}

function placeServed(
  { lane, isRoomy }: LaneRow,
  view: TimeWindow,
  plotWidth: number,
  name: (task: string) => string,
): PlacedServed[] {
  const all = lane.served
    .map((mark) => ({ mark, x: pixelOf(mark.atNs, view, plotWidth) }))
    .filter(({ x }) => x >= 0 && x <= plotWidth);
  const marks = all.length > fewMarks ? apart(all) : all;
  if (!isRoomy) return marks.map(({ mark, x }) => ({ mark, x, isLabelled: false, isFlipped: false }));
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

/** The piece of a lane at a px of the plot; undefined if there is none. */
export function pieceAt(spans: readonly PlacedSpan[], x: number): PlacedSpan | undefined {
  let low = 0;
  let high = spans.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const span = spans[middle];
    if (span && span.x + span.width > x) high = middle;
    else low = middle + 1;
  }
  const found = spans[low];
  return found && x >= found.x && x <= found.x + found.width ? found : undefined;
}

/** The lane at a px from the top; undefined between lanes. */
export function laneAt({ groups }: TimelineGeometry, y: number): PlacedLane | undefined {
  for (const { lanes } of groups) {
    const found = lanes.find((lane) => y >= lane.y && y <= lane.y + lane.height);
    if (found) return found;
  }
  return undefined;
}
