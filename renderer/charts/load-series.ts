import { monitorRateHz } from '@core/ipc/monitor';
import type { LoadSample } from '@core/ipc/monitor';

/** One moment on the time axis; `perCore` and `total` are NaN where a gap breaks the line. Shares, 1 is fully busy. */
export interface LoadPoint {
  /** Seconds on the monitor's own monotonic clock. */
  readonly seconds: number;
  /** Mean of all cores: 1 is all of them fully busy. */
  readonly total: number;
  readonly perCore: readonly number[];
}

/** The longest history kept, in seconds. */
export const historySeconds = 600;
/** Never more points than this: a gap between any two samples. */
const mostPoints = 2 * historySeconds * monitorRateHz;
/** A pause longer than this many periods is a gap even if no sample number is missing. */
const longestPeriods = 1.6;
const periodMs = 1000 / monitorRateHz;

/**
 * The samples of the machine's load, in order, with a NaN point wherever some are missing: a jump in `sequence`, or more
 * than 1.6 periods between two. Plain arrays outside Vue's reactivity; whoever shows them watches the store's version.
 */
export class LoadSeries {
  readonly points: LoadPoint[] = [];
  #last: LoadSample | undefined;

  get latest(): LoadSample | undefined {
    return this.#last;
  }

  get cores(): number {
    return this.#last?.perCore.length ?? 0;
  }

  /** Adds a sample. One that is not newer than the last (a restarted monitor) begins a new history. */
  add(sample: LoadSample): void {
    const last = this.#last;
    if (last && (sample.atMs <= last.atMs || sample.perCore.length !== last.perCore.length)) this.points.length = 0;
    else if (last && isGap(last, sample)) this.points.push(gapBetween(last, sample));
    this.points.push({
      seconds: sample.atMs / 1000,
      total: sample.perCore.reduce((sum, core) => sum + core, 0) / Math.max(1, sample.perCore.length),
      perCore: sample.perCore,
    });
    this.#last = sample;
    const oldest = sample.atMs / 1000 - historySeconds;
    const firstKept = this.points.findIndex((point) => point.seconds >= oldest);
    const excess = Math.max(firstKept, this.points.length - mostPoints);
    if (excess > 0) this.points.splice(0, excess);
  }

  /** The samples taken after a moment of the monitor's clock, oldest first, without gaps. Input: ms, as samples have it. */
  after(atMs: number): readonly LoadPoint[] {
    return this.points.filter(({ seconds, total }) => seconds > atMs / 1000 && !Number.isNaN(total));
  }

  /** The points of the last `seconds`, oldest first. @param until counted back from there instead of from the newest */
  since(seconds: number, until: number = Number.POSITIVE_INFINITY): readonly LoadPoint[] {
    const end = Math.min(until, this.points.at(-1)?.seconds ?? 0);
    const last = this.points.findLastIndex((point) => point.seconds <= end);
    // From the newest backwards: the picture shows a part of what is kept.
    const before = this.points.findLastIndex((point) => point.seconds < end - seconds);
    return this.points.slice(before + 1, last + 1);
  }
}

function isGap(last: LoadSample, next: LoadSample): boolean {
  return next.sequence !== last.sequence + 1 || next.atMs - last.atMs > longestPeriods * periodMs;
}

function gapBetween(last: LoadSample, next: LoadSample): LoadPoint {
  return {
    seconds: (last.atMs + next.atMs) / 2000,
    total: Number.NaN,
    perCore: next.perCore.map(() => Number.NaN),
  };
}

/** The points without their cores, for a line of the total alone: less to average. */
export function totalsOnly(points: readonly LoadPoint[]): readonly LoadPoint[] {
  return points.map(({ seconds, total }) => ({ seconds, total, perCore: [] }));
}

/** Points that a picture can hold side by side. */
const mostDrawn = 240;

/** How many samples each drawn point stands for on an axis of this many seconds. */
export function samplesPerPoint(seconds: number): number {
  return Math.max(1, Math.round((seconds * monitorRateHz) / mostDrawn));
}

/**
 * Fewer points for a long time axis: the mean of `samples` neighbours at a time, at the time of the last. Groups lie on a
 * fixed grid in time, so that a point keeps its value while it moves. Gaps stay gaps. With 1 the points are given back
 * as they are.
 */
export function meansOf(points: readonly LoadPoint[], samples: number): readonly LoadPoint[] {
  if (samples <= 1) return points;
  const binSeconds = samples / monitorRateHz;
  const means: LoadPoint[] = [];
  let group: LoadPoint[] = [];
  const end = (): void => {
    if (group.length > 0) means.push(meanOf(group));
    group = [];
  };
  for (const point of points) {
    // Samples are due at multiples of the period and come a little after: half a period keeps each in its group.
    const bin = (one: LoadPoint): number => Math.floor((one.seconds + 0.5 / monitorRateHz) / binSeconds);
    const [first] = group;
    if (Number.isNaN(point.total) || (first && bin(first) !== bin(point))) end();
    if (Number.isNaN(point.total)) means.push(point);
    else group.push(point);
  }
  end();
  return means;
}

function meanOf(group: readonly LoadPoint[]): LoadPoint {
  const last = group.at(-1);
  const mean = (value: (point: LoadPoint) => number): number =>
    group.reduce((sum, point) => sum + value(point), 0) / group.length;
  return {
    seconds: last?.seconds ?? Number.NaN,
    total: mean((point) => point.total),
    perCore: (last?.perCore ?? []).map((_, core) => mean((point) => point.perCore[core] ?? Number.NaN)),
  };
}
