import { describe, expect, it } from 'vitest';
import type { ProbeSeries, WindowProbes } from '../record/events';
import { droppedFrames, longestFrameGapNs, longestLatencyNs, stalledShare } from './window-measures';

const ms = 1e6;

function series(latencyMs: readonly number[], firstDueMs = 0, periodMs = 10): ProbeSeries {
  return { periodNs: periodMs * ms, firstDueNs: firstDueMs * ms, latencyNs: latencyMs.map((one) => one * ms) };
}

function frames(atMs: readonly number[]): WindowProbes {
  const quiet = series([1]);
  return { framesNs: atMs.map((one) => one * ms), frameNs: 16 * ms, ipc: quiet, input: null, main: quiet };
}

describe('the longest gap between two frames', () => {
  it('counts the frame that ends a block, although it comes after the cell', () => {
    expect(longestFrameGapNs(frames([0, 16, 32, 350, 366]), 40 * ms, 340 * ms)).toBe(318 * ms);
  });

  it('leaves out what lies wholly before or after the cell', () => {
    expect(longestFrameGapNs(frames([0, 200, 216, 232, 248, 500]), 210 * ms, 240 * ms)).toBe(16 * ms);
  });

  it('is not measured without two frames around the cell', () => {
    expect(longestFrameGapNs(frames([]), 0, 100)).toBeUndefined();
    expect(longestFrameGapNs(frames([10]), 0, 100 * ms)).toBeUndefined();
    expect(longestFrameGapNs(frames([10, 20]), 30 * ms, 100 * ms)).toBeUndefined();
  });
});

describe('the share of dropped frames', () => {
  it('is 0 where every frame came, and counts the missing ones otherwise', () => {
    expect(droppedFrames(frames([0, 16, 32, 48]), 0, 48 * ms)).toBe(0);
    // 160 ms instead of 16: nine of eleven due frames are lost with the one that came.
    expect(droppedFrames(frames([0, 16, 176]), 0, 170 * ms)).toBeCloseTo(9 / 11);
  });

  it('takes jitter of less than half a frame for none', () => {
    expect(droppedFrames(frames([0, 20, 33, 49]), 0, 49 * ms)).toBe(0);
  });
});

describe('open-loop probes', () => {
  it('count from when they were due: one that waited for a block is as late as the block was long', () => {
    const blocked = series([1, 1, 300, 290, 280, 1]);
    expect(longestLatencyNs(blocked, 0, 60 * ms)).toBe(300 * ms);
    expect(longestLatencyNs(blocked, 50 * ms, 60 * ms)).toBe(1 * ms);
    expect(longestLatencyNs(blocked, 60 * ms, 70 * ms)).toBeUndefined();
  });

  it('tell the share of stalled time once, though several probes waited through it', () => {
    // Due at 20, 30 and 40 ms, all answered at 120 ms: stalled from 20 to 120 of 200 ms.
    expect(
      stalledShare(series([1, 1, 100, 90, 80, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]), 0, 200 * ms),
    ).toBeCloseTo(0.5);
  });

  it('do not call a short answer a stall, nor what lies after the cell', () => {
    expect(stalledShare(series([50, 50, 50]), 0, 30 * ms)).toBe(0);
    expect(stalledShare(series([1, 1, 500]), 0, 40 * ms)).toBeCloseTo(0.5);
    expect(stalledShare(series([]), 0, 40 * ms)).toBeUndefined();
  });
});
