import type { ExperimentDefinition } from '@core/experiments/definition-types';
import type { CellRecord } from '@core/record/events';
import type { RunRecord } from '@core/record/record';
import type { WorkerState } from '@core/record/schema-parts';

// What the timeline draws, as data: recorded spans moved to the start of their cell, and nothing else.

/** Which executions are shown: the same part, round and repetition of every condition. */
export interface TimelineChoice {
  readonly part: string;
  /** 0 is the warm-up. */
  readonly round: number;
  readonly repetition: number;
}

export interface TimelineSpan {
  readonly state: WorkerState;
  /** Nanoseconds since the start of the cell. */
  readonly startNs: number;
  readonly endNs: number;
  readonly task: string | undefined;
}

export interface ServedMark {
  readonly task: string;
  readonly atNs: number;
  /** How long its thread had no core meanwhile; absent where the record does not tell. */
  readonly waitedNs?: number;
}

/** One worker in one execution. Its spans cover the whole execution without gap or overlap, as recorded. */
export interface TimelineLane {
  readonly worker: string;
  readonly seat: string;
  readonly spans: readonly TimelineSpan[];
  /** In the order of time. */
  readonly served: readonly ServedMark[];
  /** How long its thread had no core over the whole execution: a total, no span shows it. Null: not told by the system. */
  readonly waitedNs?: number | null;
}

export interface TimelineGroup {
  readonly condition: string;
  readonly totalNs: number;
  readonly lanes: readonly TimelineLane[];
}

export interface Timeline {
  readonly groups: readonly TimelineGroup[];
  /** Length of the longest execution: the width of the common time axis. */
  readonly longestNs: number;
}

/** The executions of a choice, by condition in the order of the definition, on one time axis. */
export function timelineOf(record: RunRecord, experiment: ExperimentDefinition, choice: TimelineChoice): Timeline {
  const order = experiment.parts.find((part) => part.id === choice.part)?.conditions ?? [];
  const groups = order.flatMap((condition): TimelineGroup[] => {
    const cell = record.cells.find(
      (one) =>
        one.part === choice.part &&
        one.condition === condition &&
        one.round === choice.round &&
        one.repetition === choice.repetition,
    );
    return cell ? [groupOf(cell, record)] : [];
  });
  return { groups, longestNs: Math.max(0, ...groups.map((group) => group.totalNs)) };
}

function groupOf(cell: CellRecord, record: RunRecord): TimelineGroup {
  const served = new Map<string, ServedMark[]>();
  for (const { task, worker, servedNs, waitedNs } of cell.tasks) {
    const marks = served.get(worker) ?? [];
    marks.push({ task, atNs: servedNs - cell.startNs, ...(waitedNs !== undefined && { waitedNs }) });
    served.set(worker, marks);
  }
  const lanes = cell.workers.map(({ worker, spans, waitedNs }): TimelineLane => {
    return {
      worker,
      seat: record.workers.find((one) => one.id === worker)?.seat ?? worker,
      spans: spans.map((span) => ({
        state: span.state,
        startNs: span.startNs - cell.startNs,
        endNs: span.endNs - cell.startNs,
        task: span.task,
      })),
      served: (served.get(worker) ?? []).toSorted((a, b) => a.atNs - b.atNs),
      ...(waitedNs !== undefined && { waitedNs }),
    };
  });
  return { condition: cell.condition, totalNs: cell.endNs - cell.startNs, lanes };
}

/** What can be chosen: only what was recorded, ascending. */
export function roundsOf(record: RunRecord, part: string): number[] {
  return unique(record.cells.filter((cell) => cell.part === part).map((cell) => cell.round));
}

export function repetitionsOf(record: RunRecord, part: string, round: number): number[] {
  const cells = record.cells.filter((cell) => cell.part === part && cell.round === round);
  return unique(cells.map((cell) => cell.repetition));
}

function unique(values: readonly number[]): number[] {
  return [...new Set(values)].toSorted((a, b) => a - b);
}

/** The stretch of the time axis that is in view, in nanoseconds since the start. */
export interface TimeWindow {
  readonly fromNs: number;
  readonly toNs: number;
}

/** Shortest stretch that can be zoomed to: 10 µs, well below the shortest span worth reading. */
const shortestWindowNs = 10_000;

/** Px of a time, in a drawing `width` px wide. */
export function pixelOf(timeNs: number, view: TimeWindow, width: number): number {
  return ((timeNs - view.fromNs) / (view.toNs - view.fromNs)) * width;
}

/** Time at a px; the inverse of `pixelOf`. */
export function timeAt(pixel: number, view: TimeWindow, width: number): number {
  return view.fromNs + (pixel / width) * (view.toNs - view.fromNs);
}

/** Zooms by a factor (above 1: closer) so that the anchor stays where it is; stops at the whole and at 10 µs. */
export function zoomed(view: TimeWindow, factor: number, anchorNs: number, longestNs: number): TimeWindow {
  const before = view.toNs - view.fromNs;
  const length = Math.min(longestNs, Math.max(Math.min(shortestWindowNs, longestNs), before / factor));
  const share = before === 0 ? 0.5 : (anchorNs - view.fromNs) / before;
  return within(anchorNs - share * length, length, longestNs);
}

/** Moves by a time; stops at both ends of the axis. */
export function panned(view: TimeWindow, byNs: number, longestNs: number): TimeWindow {
  return within(view.fromNs + byNs, view.toNs - view.fromNs, longestNs);
}

/** Moves as little as needed for a stretch to be in view; a stretch longer than the view shows its start. */
export function reveal(view: TimeWindow, startNs: number, endNs: number, longestNs: number): TimeWindow {
  if (startNs >= view.fromNs && endNs <= view.toNs) return view;
  const length = view.toNs - view.fromNs;
  if (startNs < view.fromNs || endNs - startNs > length) return within(startNs, length, longestNs);
  return within(endNs - length, length, longestNs);
}

function within(fromNs: number, lengthNs: number, longestNs: number): TimeWindow {
  const from = Math.min(Math.max(0, fromNs), Math.max(0, longestNs - lengthNs));
  return { fromNs: from, toNs: from + lengthNs };
}

/** Spans that touch the view, of spans in order without gap, and the index of the first of them. */
export function visibleSpans(
  spans: readonly TimelineSpan[],
  view: TimeWindow,
): { readonly first: number; readonly spans: readonly TimelineSpan[] } {
  const first = Math.max(0, spanIndexAt(spans, view.fromNs));
  const isBefore = (spans[first]?.endNs ?? 0) <= view.fromNs;
  const last = spanIndexAt(spans, view.toNs);
  const isAfter = (spans[last]?.startNs ?? view.toNs) >= view.toNs;
  return { first, spans: isBefore ? [] : spans.slice(first, isAfter ? last : last + 1) };
}

/** Round times for the axis, about `count` of them: steps of 1, 2 or 5 times a power of ten. */
export function axisTicks(view: TimeWindow, count: number): number[] {
  const rough = (view.toNs - view.fromNs) / Math.max(1, count);
  if (!(rough > 0)) return [];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((one) => one * power >= rough) ?? 10) * power;
  const first = Math.ceil(view.fromNs / step);
  const last = Math.floor(view.toNs / step);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => (first + index) * step);
}

/**
 * Index of the span that holds a time, of spans in order without gap: at a boundary the later one, before the first and
 * after the last those. -1 of none.
 */
export function spanIndexAt(spans: readonly TimelineSpan[], timeNs: number): number {
  let low = 0;
  let high = spans.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle]?.endNs ?? Infinity) > timeNs) high = middle;
    else low = middle + 1;
  }
  return Math.min(low, spans.length - 1);
}
