/** How often the pulse may draw: every frame, or in bursts apart from each other while a run is being measured. */
export type PulsePace = 'every-frame' | 'sparing' | 'still';

/** Time between two drawn frames at a slow pace, in ms: at most 4 a second (observer effect), 2 under reduced motion. */
export const restMs: Readonly<Record<Exclude<PulsePace, 'every-frame'>, number>> = { sparing: 250, still: 500 };

/** Between two changes of the figure, in ms. */
const readingMs = 250;
/** From here on a frame is a stall; its figure stays this long, so that a person can read it. In ms. */
const stallMs = 200;
const holdMs = 5_000;
/** Seconds of one sweep there and back, and the longest step the dot makes in one frame, in ms. */
const sweepMs = 2_400;
const longestStepMs = 50;

export function paceOf(isMeasured: boolean, isStill: boolean): PulsePace {
  if (isStill) return 'still';
  return isMeasured ? 'sparing' : 'every-frame';
}

export interface PulseReading {
  /** The longest time between two frames in the last quarter second (of a stall: for five seconds), in ms. */
  readonly intervalMs: number;
  readonly isStalled: boolean;
}

/**
 * What the pulse shows, as arithmetic over the times of frames. The dot's place advances by the time since the last
 * frame, but never jumps: after a block it goes on where it stopped.
 */
export class Pulse {
  /** Frames drawn so far. */
  frames = 0;
  #phaseMs = 0;
  #lastMs: number | undefined;
  #longestMs = 0;
  #readingDueMs = 0;
  #holdUntilMs = 0;
  #reading: PulseReading | undefined;
  #intervalMs: number | undefined;

  /** The time of a frame in which nothing is drawn: the next interval counts from here. */
  skip(nowMs: number): void {
    this.#lastMs = nowMs;
  }

  /** The time of a drawn frame, on the clock of `requestAnimationFrame`. */
  draw(nowMs: number): void {
    this.frames += 1;
    if (this.#lastMs !== undefined) {
      const intervalMs = nowMs - this.#lastMs;
      this.#intervalMs = intervalMs;
      this.#phaseMs += Math.min(intervalMs, longestStepMs);
      this.#longestMs = Math.max(this.#longestMs, intervalMs);
    }
    this.#lastMs = nowMs;
    if (this.#longestMs >= stallMs) this.#takeStall(nowMs);
    else if (nowMs >= this.#readingDueMs && this.#longestMs > 0) this.#takeReading(nowMs);
  }

  /** The figure beside the dot; undefined before the second frame. */
  get reading(): PulseReading | undefined {
    return this.#reading;
  }

  /** Time between the last drawn frame and the one before it, in ms; undefined before the second. */
  get intervalMs(): number | undefined {
    return this.#intervalMs;
  }

  /** The dot's place on its track, 0..1: slow at the ends, as a pendulum is. */
  get place(): number {
    return (1 - Math.cos((2 * Math.PI * this.#phaseMs) / sweepMs)) / 2;
  }

  #takeStall(nowMs: number): void {
    // A shorter one takes no figure away that a person is reading.
    const isHeld = nowMs < this.#holdUntilMs && this.#longestMs < (this.#reading?.intervalMs ?? 0);
    if (!isHeld) {
      this.#reading = { intervalMs: this.#longestMs, isStalled: true };
      this.#holdUntilMs = nowMs + holdMs;
    }
    this.#readingDueMs = nowMs + readingMs;
    this.#longestMs = 0;
  }

  #takeReading(nowMs: number): void {
    this.#readingDueMs = nowMs + readingMs;
    if (nowMs >= this.#holdUntilMs) this.#reading = { intervalMs: this.#longestMs, isStalled: false };
    this.#longestMs = 0;
  }
}
