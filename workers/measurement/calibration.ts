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
 * Speed of the kernel in the calling thread: doubles the iterations until one call takes 20 ms (which also lets the
 * compiler optimise it), then takes the median of 7 calls of that size.
 */
export function calibrateKnead(clock: RunClock): KernelSpeed {
  let iterations = 1 << 16;
  while (timeKnead(clock, iterations) < wantedSampleNs && iterations < 2 ** 40) iterations *= 2;
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
