import { describe, expect, it } from 'vitest';
import { BeatWindow } from './beat-window';

describe('BeatWindow', () => {
  it('says how late each beat was taken, and when the next is due', () => {
    const beats = new BeatWindow(50, 1_000);
    expect(beats.beat(1_051)).toBe(49);
    expect(beats.beat(1_103)).toBe(47);
    expect(beats.take(1_104)).toEqual({ beats: 2, medianMs: 2, longestMs: 3 });
  });

  it('counts every beat that a block held back, each with its own lateness', () => {
    const beats = new BeatWindow(50, 0);
    // Blocked from 0 to 2,000 ms: beats were due at 50, 100, … 2,000.
    beats.beat(2_000);
    expect(beats.take(2_000)).toEqual({ beats: 40, medianMs: 975, longestMs: 1_950 });
  });

  it('has nothing to say about a window in which no beat was due, and forgets the one before', () => {
    const beats = new BeatWindow(50, 0);
    expect(beats.take(49)).toBeUndefined();
    expect(beats.take(90)).toEqual({ beats: 1, medianMs: 40, longestMs: 40 });
    expect(beats.take(95)).toBeUndefined();
  });
});
