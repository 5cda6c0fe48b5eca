import type { ProbeSeries, WindowProbes } from '../record/events';

/** A call to main whose answer takes longer than this counts as stalled, in nanoseconds: what a person notices. */
export const stalledAfterNs = 50e6;

/**
 * Longest interval between two frames that overlaps a cell, in nanoseconds; undefined if no two frames enclose a part of
 * it. The frame that ends a block comes after the cell, so intervals are looked at that begin before its end.
 */
export function longestFrameGapNs({ framesNs }: WindowProbes, startNs: number, endNs: number): number | undefined {
  let longest: number | undefined;
  for (let index = 1; index < framesNs.length; index++) {
    const [from, to] = [framesNs[index - 1] ?? 0, framesNs[index] ?? 0];
    if (from < endNs && to > startNs) longest = Math.max(longest ?? 0, to - from);
  }
  return longest;
}

/**
 * Share of the frames due in a cell that were not drawn, 0..1, by the window's own undisturbed interval. An interval of n
 * frame times has lost n - 1 frames (rounded).
 */
export function droppedFrames({ framesNs, frameNs }: WindowProbes, startNs: number, endNs: number): number | undefined {
  let due = 0;
  let lost = 0;
  for (let index = 1; index < framesNs.length; index++) {
    const [from, to] = [framesNs[index - 1] ?? 0, framesNs[index] ?? 0];
    if (from >= endNs || to <= startNs) continue;
    const frames = Math.max(1, Math.round((to - from) / frameNs));
    due += frames;
    lost += frames - 1;
  }
  return due === 0 ? undefined : lost / due;
}

/** Longest latency of the probes that were due in a cell, in nanoseconds; undefined if none was. */
export function longestLatencyNs(series: ProbeSeries, startNs: number, endNs: number): number | undefined {
  const within = dueWithin(series, startNs, endNs);
  return within.length === 0 ? undefined : Math.max(...within.map(({ latencyNs }) => latencyNs));
}

/** Share of a cell in which an answer was overdue by more than `stalledAfterNs`, 0..1; undefined if no probe was due. */
export function stalledShare(series: ProbeSeries, startNs: number, endNs: number): number | undefined {
  const within = dueWithin(series, startNs, endNs);
  if (within.length === 0) return undefined;
  let stalledNs = 0;
  let until = startNs;
  for (const { dueNs, latencyNs } of within) {
    if (latencyNs <= stalledAfterNs) continue;
    const from = Math.max(until, dueNs);
    const to = Math.min(endNs, dueNs + latencyNs);
    if (to <= from) continue;
    stalledNs += to - from;
    until = to;
  }
  return stalledNs / (endNs - startNs);
}

function dueWithin({ firstDueNs, periodNs, latencyNs }: ProbeSeries, startNs: number, endNs: number) {
  return latencyNs
    .map((latency, index) => ({ dueNs: firstDueNs + index * periodNs, latencyNs: latency }))
    .filter(({ dueNs }) => dueNs >= startNs && dueNs < endNs);
}
