import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createLoopBeat } from './loop-beat';

describe('the beat on the event loop', () => {
  let nowNs = 0;
  beforeEach(() => {
    nowNs = 0;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** Lets time pass in which the loop is free. */
  function pass(ms: number): void {
    for (let i = 0; i < ms; i++) {
      nowNs += 1e6;
      vi.advanceTimersByTime(1);
    }
  }

  it('is due every 10 ms, with an input for each', () => {
    const sendInput = vi.fn();
    const beat = createLoopBeat(() => nowNs, sendInput);
    pass(55);
    const { periodNs, firstDueNs, latencyNs } = beat.end();
    expect({ periodNs, firstDueNs }).toEqual({ periodNs: 10e6, firstDueNs: 10e6 });
    expect(latencyNs).toEqual([0, 0, 0, 0, 0]);
    expect(sendInput).toHaveBeenCalledTimes(5);
  });

  it('counts every beat that fell into a block as late as the block made it', () => {
    const beat = createLoopBeat(
      () => nowNs,
      () => undefined,
    );
    pass(15);
    // The loop is blocked for 30 ms: time goes on, timers do not.
    nowNs += 30e6;
    pass(5);
    expect(beat.end().latencyNs.map((ns) => ns / 1e6)).toEqual([0, 30, 20, 10, 0]);
  });

  it('takes what is due when it ends', () => {
    const beat = createLoopBeat(
      () => nowNs,
      () => undefined,
    );
    nowNs = 25e6;
    expect(beat.end().latencyNs.map((ns) => ns / 1e6)).toEqual([15, 5]);
  });

  it('ends', () => {
    const sendInput = vi.fn();
    createLoopBeat(() => nowNs, sendInput).end();
    pass(50);
    expect(sendInput).not.toHaveBeenCalled();
  });
});
