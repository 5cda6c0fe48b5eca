/** Frames of a stretch of time. */
export interface FrameCount {
  readonly frames: number;
  /** The longest time between two of them, the one before the stretch included, in ms. */
  readonly longestMs: number;
  /** Median time between two frames before the stretch, in ms; NaN if fewer than two were seen. */
  readonly usualMs: number;
}

export interface FrameCounter {
  /** Settles when so many frames in all have been drawn since it was made. */
  until(frames: number): Promise<void>;
  /** Settles when so many more have been drawn. */
  untilMore(frames: number): Promise<void>;
  /** Begins the stretch. */
  mark(): void;
  /** The stretch until now. */
  since(): FrameCount;
  stop(): void;
}

type Ask = (draw: (nowMs: number) => void) => number;

/** Counts every frame of this page by `requestAnimationFrame`, also where the pulse rests between two of its own. */
export function countFrames(
  ask: Ask = (draw) => requestAnimationFrame(draw),
  cancel: (handle: number) => void = (handle) => cancelAnimationFrame(handle),
): FrameCounter {
  const times: number[] = [];
  let from = 0;
  let waiting: { readonly count: number; readonly resolve: () => void } | undefined;
  let handle = ask(draw);

  function draw(nowMs: number): void {
    times.push(nowMs);
    handle = ask(draw);
    if (waiting && times.length >= waiting.count) waiting.resolve();
  }

  function until(count: number): Promise<void> {
    return new Promise((resolve) => {
      if (times.length >= count) resolve();
      else waiting = { count, resolve };
    });
  }

  return {
    until,
    untilMore: (frames) => until(times.length + frames),
    mark: () => (from = times.length),
    since() {
      const intervals = intervalsOf(times.slice(Math.max(0, from - 1)));
      const before = intervalsOf(times.slice(0, from)).sort((a, b) => a - b);
      return {
        frames: times.length - from,
        longestMs: Math.max(0, ...intervals),
        usualMs: before[Math.floor(before.length / 2)] ?? Number.NaN,
      };
    },
    stop: () => cancel(handle),
  };
}

function intervalsOf(times: readonly number[]): number[] {
  return times.slice(1).map((time, index) => time - (times[index] ?? time));
}
