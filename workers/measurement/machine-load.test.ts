import os from 'node:os';
import { describe, expect, it } from 'vitest';
import { watchCores } from './machine-load';

describe('watchCores', () => {
  it('gives what every logical core did since, never more busy than there was time', async () => {
    const since = watchCores();
    let { busyMs, totalMs } = since();
    // The counters move in steps; the condition waited for is that they have moved.
    while (Math.max(...totalMs) < 50) {
      await new Promise((resolve) => setImmediate(resolve));
      ({ busyMs, totalMs } = since());
    }
    expect(busyMs).toHaveLength(os.cpus().length);
    for (const [core, busy] of busyMs.entries()) {
      expect(busy).toBeGreaterThanOrEqual(0);
      expect(busy).toBeLessThanOrEqual(totalMs[core] ?? -1);
    }
    // This thread kept a core busy the whole time.
    expect(busyMs.reduce((sum, busy) => sum + busy, 0)).toBeGreaterThan(0);
  });
});
