import { readdirSync } from 'node:fs';
import { cancelAtRandomMoments, killAtRandomMoments, nextRunCompletes, phase, startRun } from '../support/runs';
import { pidsWith } from '../support/processes';
import { recordsIn } from '../support/records';
import { expect, shortRequest, test } from '../support/window';

// Tests that take long, for `npm run test:long`, which keeps their figures. The seed is new each time unless it is given.
const seed = Number(process.env['LONG_SEED'] ?? 1);
const hour = 3_600_000;
test.use({ trace: 'off' });

test('200 cancels at random moments, each within 500 ms', { tag: '@long' }, async ({ page, dataFolder }, info) => {
  test.setTimeout(hour);
  const took = await cancelAtRandomMoments(page, dataFolder, { times: 200, seed });
  info.annotations.push({ type: 'figures', description: `longest ${Math.max(...took).toFixed(0)} ms` });
  await nextRunCompletes(page, dataFolder);
});

test('100 kills of main at random moments leave nothing and lose no run', { tag: '@long' }, async ({}, info) => {
  test.setTimeout(hour);
  await killAtRandomMoments(info.outputPath('profile'), { times: 100, seed });
});

test(
  '100 runs in one window: no process, file or memory is left from one to the next',
  { tag: '@long' },
  async ({ app, page, dataFolder }, info) => {
    test.setTimeout(hour);
    const runs = 100;
    /** Megabytes of main and page after their garbage is gone as far as it goes by itself, open files of main. */
    const state = async (): Promise<{ mainMb: number; pageMb: number; files: number; processes: number }> => ({
      mainMb: await app.evaluate(() => process.memoryUsage().heapUsed / 2 ** 20),
      pageMb: await page.evaluate(() => {
        const { memory } = performance as unknown as { memory: { usedJSHeapSize: number } };
        return memory.usedJSHeapSize / 2 ** 20;
      }),
      files: readdirSync(`/proc/${String(app.process().pid)}/fd`).length,
      processes: pidsWith(dataFolder).length,
    });
    const seen: Awaited<ReturnType<typeof state>>[] = [];
    for (let i = 0; i < runs; i++) {
      await startRun(page, { ...shortRequest, seed: (seed + i) % 2 ** 32 });
      await phase(page, 'ended', 120_000);
      if (i >= 10) seen.push(await state());
    }
    const records = recordsIn(dataFolder);
    expect(records).toHaveLength(runs);
    for (const { outcome } of records) expect(outcome).toEqual({ status: 'completed' });
    // The least of ten neighbours: what stays, whatever the garbage collector has not got to yet.
    const least = (part: typeof seen, what: keyof (typeof seen)[number]): number =>
      Math.min(...part.map((one) => one[what]));
    const [first, last] = [seen.slice(0, 10), seen.slice(-10)];
    const figures = (['mainMb', 'pageMb', 'files', 'processes'] as const).map(
      (what) => `${what} ${least(first, what).toFixed(0)} to ${least(last, what).toFixed(0)}`,
    );
    info.annotations.push({ type: 'figures', description: figures.join(', ') });
    expect(least(last, 'processes')).toBe(least(first, 'processes'));
    expect(least(last, 'files')).toBeLessThanOrEqual(least(first, 'files') + 3);
    // Each record in the list may cost something, a record kept whole would cost megabytes.
    expect(least(last, 'mainMb')).toBeLessThan(least(first, 'mainMb') + 20);
    expect(least(last, 'pageMb')).toBeLessThan(least(first, 'pageMb') + 30);
  },
);
