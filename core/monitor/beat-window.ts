/** How late the beats of one window of time were. */
export interface BeatReport {
  /** Beats that were due in it. */
  readonly beats: number;
  /** Median and largest lateness, in ms. A beat that a block held back counts with the time until it came. */
  readonly medianMs: number;
  readonly longestMs: number;
}

/**
 * Arithmetic of an open-loop probe of an event loop: a beat is due every `periodMs`, whatever the loop does meanwhile,
 * and each counts as late as it was taken. A loop that is blocked for 2 s is late for every beat that was due in them,
 * not for one. Times are on any monotonic clock, in ms.
 */
export class BeatWindow {
  readonly #periodMs: number;
  #dueMs: number;
  #lateMs: number[] = [];

  constructor(periodMs: number, nowMs: number) {
    this.#periodMs = periodMs;
    this.#dueMs = nowMs + periodMs;
  }

  /** Takes every beat that is due by now. @returns time until the next is due, in ms */
  beat(nowMs: number): number {
    for (; this.#dueMs <= nowMs; this.#dueMs += this.#periodMs) this.#lateMs.push(nowMs - this.#dueMs);
    return this.#dueMs - nowMs;
  }

  /** Ends the window and begins the next. Undefined if no beat was due in it. */
  take(nowMs: number): BeatReport | undefined {
    this.beat(nowMs);
    const late = this.#lateMs.sort((a, b) => a - b);
    this.#lateMs = [];
    const longestMs = late.at(-1);
    if (longestMs === undefined) return undefined;
    const middle = (late.length - 1) / 2;
    const medianMs = ((late[Math.floor(middle)] ?? 0) + (late[Math.ceil(middle)] ?? 0)) / 2;
    return { beats: late.length, medianMs, longestMs };
  }
}
