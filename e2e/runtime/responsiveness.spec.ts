import os from 'node:os';
import type { ElectronApplication, Page } from '@playwright/test';
import { writeBusyWorkers } from '../support/busy-workers';
import { expect, goTo, test } from '../support/window';

/** Frame intervals of the page over this many milliseconds, by requestAnimationFrame. */
function frameIntervals(page: Page, forMs: number): Promise<readonly number[]> {
  return page.evaluate(
    (duration) =>
      new Promise<readonly number[]>((resolve) => {
        const intervals: number[] = [];
        const start = performance.now();
        let last = start;
        const frame = (): void => {
          const now = performance.now();
          intervals.push(now - last);
          last = now;
          if (now - start < duration) requestAnimationFrame(frame);
          else resolve(intervals.slice(1));
        };
        requestAnimationFrame(frame);
      }),
    forMs,
  );
}

/** How late main's event loop is, by an open-loop probe due every 10 ms; every missed beat counts with its lateness. */
function mainLateness(app: ElectronApplication, forMs: number): Promise<readonly number[]> {
  return app.evaluate(
    (_electron, duration) =>
      new Promise<readonly number[]>((resolve) => {
        const lateness: number[] = [];
        const start = performance.now();
        const timer = setInterval(() => {
          const now = performance.now();
          while (start + (lateness.length + 1) * 10 <= now) lateness.push(now - (start + (lateness.length + 1) * 10));
          if (now - start < duration) return;
          clearInterval(timer);
          resolve(lateness);
        }, 5);
      }),
    forMs,
  );
}

function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}

// Recording a trace takes pictures of every frame, which is load of its own.
test.use({ trace: 'off' });

test(
  'with 2C busy workers the window keeps its frames and main its loop',
  { tag: '@rest' },
  async ({ app, page, dataFolder }, info) => {
    await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible({ timeout: 30_000 });
    const idle = await frameIntervals(page, 3_000);
    const workers = 2 * os.availableParallelism();
    await app.evaluate(
      ({ utilityProcess }, { script, count }) =>
        new Promise<void>((resolve) => {
          const child = utilityProcess.fork(script);
          (globalThis as { busy?: Electron.UtilityProcess }).busy = child;
          child.once('message', () => {
            resolve();
          });
          child.postMessage({ workers: count });
        }),
      { script: writeBusyWorkers(dataFolder), count: workers },
    );
    // A virtual machine's own disturbances hit single windows of time, so the middle one of five counts and the frame
    // bound is three refreshes: a window that has to share its core fairly with the workers misses it by far. The
    // product's aim is 34 ms for frames and 20 ms for main; `npm run bench` measures both, and the figures are printed.
    const windows = [];
    for (let i = 0; i < 5; i++) {
      const [frames, lateness] = await Promise.all([frameIntervals(page, 4_000), mainLateness(app, 4_000)]);
      windows.push({
        frames: frames.length,
        frameP50Ms: quantile(frames, 0.5),
        frameP99Ms: quantile(frames, 0.99),
        frameLongestMs: Math.max(...frames),
        mainLatenessP99Ms: quantile(lateness, 0.99),
      });
    }
    await app.evaluate(() => (globalThis as { busy?: Electron.UtilityProcess }).busy?.kill());
    const frameP99Ms = windows.map((one) => one.frameP99Ms);
    const mainP99Ms = windows.map((one) => one.mainLatenessP99Ms);
    const figures = { workers, idleFrameP99Ms: quantile(idle, 0.99), windows };
    await info.attach('figures', { body: JSON.stringify(figures), contentType: 'application/json' });
    console.log(JSON.stringify(figures));
    expect(quantile(frameP99Ms, 0.5)).toBeLessThanOrEqual(50);
    expect(quantile(mainP99Ms, 0.5)).toBeLessThanOrEqual(20);
  },
);

test('blocking the page for 2 s stops the pulse, and the CPU data has no gap', { tag: '@rest' }, async ({ page }) => {
  await goTo(page, '#/monitor');
  await expect(page.getByRole('heading', { name: 'Live monitor', level: 1 })).toBeVisible();
  // Half a minute shows every sample; longer windows draw the mean of several.
  await page.getByRole('radio', { name: '30 s' }).check({ force: true });
  const samples = async (): Promise<number> =>
    Number(await page.locator('[data-samples]').getAttribute('data-samples'));
  await expect.poll(samples).toBeGreaterThan(8);

  const pulse = page.getByTestId('pulse');
  const frames = async (): Promise<number> => Number(await pulse.getAttribute('data-frames'));
  const before = await frames();
  await expect.poll(frames).toBeGreaterThan(before);
  const spins = await page.evaluate(() => {
    const until = performance.now() + 2_000;
    let count = 0;
    while (performance.now() < until) count++;
    return count;
  });
  expect(spins).toBeGreaterThan(0);
  // The figure is the frame interval: the ball stood still for the whole block, and moves again.
  await expect(pulse).toContainText(/frozen (1\.9[5-9]|2\.[0-4]\d) s/, { timeout: 2_000 });
  const after = await frames();
  await expect.poll(frames).toBeGreaterThan(after);

  const then = await samples();
  await expect.poll(samples).toBeGreaterThan(then + 6);
  // The chart's own points, as a table.
  await page.getByRole('main').getByRole('button', { name: 'Show as table' }).first().click();
  const shown = await page.getByRole('main').getByRole('table').first().getByRole('row').allInnerTexts();
  const secondsAgo = shown.slice(1).map((row) => Number(row.split(/\s+/)[0]));
  expect(secondsAgo.length).toBeGreaterThan(14);
  expect(shown.join(' ')).not.toContain('no sample');
  secondsAgo.forEach((ago, i) => {
    const next = secondsAgo[i + 1];
    // 4 Hz: samples went on arriving from their own process while the page could not look.
    if (next !== undefined) expect(Math.abs(ago - next)).toBeLessThan(1);
  });
});
