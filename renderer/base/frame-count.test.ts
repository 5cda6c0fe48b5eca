import { describe, expect, it } from 'vitest';
import { countFrames } from './frame-count';

/** Frames drawn by hand. */
function hand(): {
  draw: (nowMs: number) => void;
  ask: (draw: (nowMs: number) => void) => number;
  cancelled: number[];
} {
  let next: (nowMs: number) => void = () => undefined;
  let handle = 0;
  return {
    draw: (nowMs) => next(nowMs),
    ask(draw) {
      next = draw;
      return ++handle;
    },
    cancelled: [],
  };
}

describe('countFrames', () => {
  it('counts the frames of a stretch, the longest pause in it and the usual one before', async () => {
    const { draw, ask, cancelled } = hand();
    const frames = countFrames(ask, (handle) => cancelled.push(handle));
    for (const now of [0, 16, 32, 48]) draw(now);
    await frames.until(4);
    frames.mark();
    for (const now of [2_048, 2_064]) draw(now);
    expect(frames.since()).toEqual({ frames: 2, longestMs: 2_000, usualMs: 16 });
    frames.stop();
    expect(cancelled).toEqual([7]);
  });

  it('waits for frames that have not been drawn yet', async () => {
    const { draw, ask } = hand();
    const frames = countFrames(ask, () => undefined);
    let isDone = false;
    const done = frames.untilMore(2).then(() => (isDone = true));
    draw(0);
    await Promise.resolve();
    expect(isDone).toBe(false);
    draw(16);
    await done;
    expect(isDone).toBe(true);
  });

  it('claims no usual interval that it has not seen', () => {
    const frames = countFrames(
      () => 1,
      () => undefined,
    );
    frames.mark();
    expect(frames.since()).toEqual({ frames: 0, longestMs: 0, usualMs: Number.NaN });
  });
});
