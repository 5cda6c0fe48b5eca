import { knead } from '@core/kernels/knead';
import { median } from '@core/statistics/quantile';
import type { RunClock } from './clock';

export interface KernelSpeed {
  readonly iterationsPerMs: number;
  readonly samples: { iterations: number; durationNs: number }[];
}

const wantedSampleNs = 20_000_000;
const samples = 7;

/**
 * Speed of the kernel in the calling thread: doubles the iterations until two calls in a row take 20 ms each (one alone
 * may have been interrupted before the compiler optimised it), then takes the median of 7 calls of that size.
 */
export function calibrateKnead(clock: RunClock): KernelSpeed {
  let iterations = 1 << 16;
  const shorter = (): boolean => Math.min(timeKnead(clock, iterations), timeKnead(clock, iterations)) < wantedSampleNs;
  while (shorter() && iterations < 2 ** 40) iterations *= 2;
  const taken = Array.from({ length: samples }, () => ({ iterations, durationNs: timeKnead(clock, iterations) }));
  const typicalNs = median(taken.map((sample) => sample.durationNs));
  return { iterationsPerMs: iterations / (typicalNs / 1e6), samples: taken };
}

/** Runs the kernel once. @returns nanoseconds */
export function timeKnead(clock: RunClock, iterations: number): number {
  const start = clock.now();
  knead(iterations, 1);
  return clock.now() - start;
}
