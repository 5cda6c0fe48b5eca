import { setTimeout as pause } from 'node:timers/promises';
import { sortSamples } from '@core/statistics/sorted-samples';
import { quantile } from '@core/statistics/quantile';

const samples = 15;

/**
 * The step of this process's timers in milliseconds: how long a wait of 1 ms takes when one follows the other. A lower quartile,
 * since a busy machine makes waits longer and never shorter.
 * @param now milliseconds of a clock finer than the timers
 * @param wait waits for so many milliseconds, by a timer
 */
export async function timerGrainMs(
  now: () => number = () => performance.now(),
  wait: (ms: number) => Promise<unknown> = (ms) => pause(ms),
): Promise<number> {
  const took: number[] = [];
  // The first one begins anywhere between two steps.
  await wait(1);
  for (let sample = 0; sample < samples; sample++) {
    const startMs = now();
    await wait(1);
    took.push(now() - startMs);
  }
  return Math.round(quantile(sortSamples(took), 0.25) * 100) / 100;
}
