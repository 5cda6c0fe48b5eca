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
    if (firstKept > 0) this.points.splice(0, firstKept);
  }

  /** The points of the last `seconds`, oldest first. */
  since(seconds: number): readonly LoadPoint[] {
    const newest = this.points.at(-1);
    if (!newest) return [];
    const first = this.points.findIndex((point) => point.seconds >= newest.seconds - seconds);
    return this.points.slice(first);
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
