/** One value at one moment on the monitor's clock; NaN where a gap breaks the line. */
export interface Moment {
  readonly seconds: number;
  readonly value: number;
}

export interface MomentLimits {
  /** The longest history kept, in seconds. */
  readonly historySeconds: number;
  /** Never more points than this, whatever arrives. */
  readonly mostPoints: number;
  /** A pause longer than this is a gap, in seconds. */
  readonly gapSeconds: number;
}

/** Values over time in bounded memory. Plain objects outside Vue's reactivity. */
export class MomentSeries {
  readonly points: Moment[] = [];
  readonly #limits: MomentLimits;

  constructor(limits: MomentLimits) {
    this.#limits = limits;
  }

  /** Adds a value; one that is not newer than the last is left out. */
  add(seconds: number, value: number): void {
    const last = this.points.at(-1);
    if (last && seconds <= last.seconds) return;
    if (last && seconds - last.seconds > this.#limits.gapSeconds) {
      this.points.push({ seconds: (last.seconds + seconds) / 2, value: Number.NaN });
    }
    this.points.push({ seconds, value });
    const { historySeconds, mostPoints } = this.#limits;
    const firstKept = this.points.findIndex((point) => point.seconds >= seconds - historySeconds);
    const excess = Math.max(firstKept, this.points.length - mostPoints);
    if (excess > 0) this.points.splice(0, excess);
  }

  /** The points from this second on, oldest first, and one before them so that the line enters the picture. */
  since(seconds: number): readonly Moment[] {
    const first = this.points.findIndex((point) => point.seconds >= seconds);
    return first < 0 ? [] : this.points.slice(Math.max(0, first - 1));
  }

  clear(): void {
    this.points.length = 0;
  }
}

/**
 * Fewer points for a long time axis: the largest value of every `binSeconds`, at the time of the last one in it, so that
 * no peak is lost. Bins lie on a fixed grid in time. Gaps stay gaps. With 0 the points are given back as they are.
 */
export function peaks(points: readonly Moment[], binSeconds: number): readonly Moment[] {
  if (binSeconds <= 0) return points;
  const kept: Moment[] = [];
  let bin: number | undefined;
  for (const point of points) {
    const own = Number.isNaN(point.value) ? undefined : Math.floor(point.seconds / binSeconds);
    const last = kept.at(-1);
    if (last && own !== undefined && own === bin) {
      kept[kept.length - 1] = { seconds: point.seconds, value: Math.max(last.value, point.value) };
    } else kept.push(point);
    bin = own;
  }
  return kept;
}
