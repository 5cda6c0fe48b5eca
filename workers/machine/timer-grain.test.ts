import { describe, expect, it } from 'vitest';
import { timerGrainMs } from './timer-grain';

/** A system whose timers end at multiples of a step; now and then something else holds the waiting one up. */
function steppedBy(stepMs: number, heldUpMs: (wait: number) => number = () => 0) {
  let nowMs = 3.7;
  let waits = 0;
  return {
    now: () => nowMs,
    wait: (ms: number): Promise<void> => {
      nowMs = Math.ceil((nowMs + ms) / stepMs) * stepMs + heldUpMs(waits++);
      return Promise.resolve();
    },
  };
}

describe('the step of timers', () => {
  it.each([15.6, 4, 1.1])('is told from how long short waits take: %d ms', async (stepMs) => {
    const { now, wait } = steppedBy(stepMs);
    const found = await timerGrainMs(now, wait);
    expect(found).toBeGreaterThanOrEqual(stepMs - 0.01);
    expect(found).toBeLessThanOrEqual(2 * stepMs);
  });

  it('is not that of a machine that is busy half of the time', async () => {
    const { now, wait } = steppedBy(1.1, (n) => (n % 2 === 0 ? 20 : 0));
    expect(await timerGrainMs(now, wait)).toBeLessThan(5);
  });

  it('is more than nothing and less than a tenth of a second here', async () => {
    const found = await timerGrainMs();
    expect(found).toBeGreaterThan(0.5);
    expect(found).toBeLessThan(100);
  });
});
