import type { WorkerState } from '../record/schema-parts';

/** A stretch of a worker's time in one state. */
interface Stretch {
  readonly state: WorkerState;
  readonly startNs: number;
  readonly endNs: number;
  readonly task?: string | undefined;
}

/** One span, or several neighbours that are too short to be drawn each. */
export interface DrawnPiece {
  readonly startNs: number;
  readonly endNs: number;
  /** The state in which most of the time was spent. */
  readonly state: WorkerState;
  /** Of a single span alone. */
  readonly task: string | undefined;
  /** Index of the first span, and how many there are. */
  readonly first: number;
  readonly count: number;
}

/** Up to this many spans each is drawn, however short. */
const fewSpans = 300;

/**
 * What is drawn of a lane. Of many spans it joins neighbouring ones that are shorter than what can be drawn, until a piece
 * is at least that long; a span long enough is always a piece of its own. A lane of thousands of spans so becomes a
 * drawing of hundreds, as exact as its pixels.
 * @param spans of one worker, in order, without gaps
 * @param leastNs length of the shortest piece worth drawing, in nanoseconds
 * @param few up to this many spans nothing is joined
 */
export function mergedSpans(spans: readonly Stretch[], leastNs: number, few = fewSpans): DrawnPiece[] {
  if (spans.length <= few) return spans.flatMap((span, index) => joined([span], index) ?? []);
  const pieces: DrawnPiece[] = [];
  let short: Stretch[] = [];
  const flush = (end: number): void => {
    const piece = joined(short, end - short.length);
    if (piece) pieces.push(piece);
    short = [];
  };
  spans.forEach((span, index) => {
    const isLong = span.endNs - span.startNs >= leastNs;
    if (isLong) flush(index);
    short.push(span);
    const first = short[0] ?? span;
    if (isLong || span.endNs - first.startNs >= leastNs) flush(index + 1);
  });
  flush(spans.length);
  return pieces;
}

function joined(spans: readonly Stretch[], first: number): DrawnPiece | undefined {
  const [begin, end] = [spans[0], spans.at(-1)];
  if (!begin || !end) return undefined;
  if (spans.length === 1)
    return { startNs: begin.startNs, endNs: begin.endNs, state: begin.state, task: begin.task, first, count: 1 };
  const times = new Map<WorkerState, number>();
  for (const { state, startNs, endNs } of spans) times.set(state, (times.get(state) ?? 0) + endNs - startNs);
  const [state] = [...times].reduce((most, next) => (next[1] > most[1] ? next : most));
  return { startNs: begin.startNs, endNs: end.endNs, state, task: undefined, first, count: spans.length };
}
