import os from 'node:os';
import { describe, expect, it } from 'vitest';
import { coreTimesIn, watchCores } from './machine-load';

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

describe('the text of /proc/stat', () => {
  it('gives each CPU that is switched on its times: a wait for a disk is idle, stolen time is nothing', () => {
    expect(coreTimesIn('cpu  9 9 9 9\ncpu0 1 2 3 40 50 6 7 800 0 0\ncpu2 1 0 0 9\nintr 1\n')).toEqual([
      { cpu: 0, busy: 190, total: 1090 },
      { cpu: 2, busy: 10, total: 100 },
    ]);
  });

  it.each(['', 'cpu0 1 2 3\n', 'cpu0 1 -2 3 4\n', 'cpu0 99999999999999999999 0 0 1\n', 'cpu0  \n'])(
    'of %j nothing',
    (text) => {
      expect(coreTimesIn(text)).toEqual([]);
    },
  );
});
