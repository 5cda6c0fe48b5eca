/** Length of a window of time in which the longest frame interval counts, in ms. */
const windowMs = 500;

/** Collects frame intervals and gives the longest of every half second. Times on the page's clock, in ms. */
export class FrameWindows {
  #endMs: number | undefined;
  #longestMs = 0;

  /** A frame has been drawn. @returns the longest interval of the window that it ends, undefined if it ends none */
  add(nowMs: number, intervalMs: number): number | undefined {
    this.#endMs ??= nowMs + windowMs;
    this.#longestMs = Math.max(this.#longestMs, intervalMs);
    if (nowMs < this.#endMs) return undefined;
    const longestMs = this.#longestMs;
    this.#endMs = nowMs + windowMs;
    this.#longestMs = 0;
    return longestMs;
  }
}

/**
 * Where the monitor's clock stands against the page's: a sample cannot arrive before it was taken, so the smallest
 * difference ever seen is the nearest (too late by the fastest delivery, about a millisecond).
 */
export class ClockOffset {
  #offsetMs = Number.POSITIVE_INFINITY;

  /** A sample taken at `atMs` of the monitor's clock has arrived. */
  arrived(atMs: number, pageMs: number): void {
    this.#offsetMs = Math.min(this.#offsetMs, pageMs - atMs);
  }

  /** A time of the page on the monitor's clock, in seconds; undefined before the first sample. */
  seconds(pageMs: number): number | undefined {
    return Number.isFinite(this.#offsetMs) ? (pageMs - this.#offsetMs) / 1000 : undefined;
  }
}
