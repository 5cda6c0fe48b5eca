import os from 'node:os';
import type { ElectronApplication, Page } from '@playwright/test';
import { writeBusyWorkers } from '../support/busy-workers';
import { expect, test } from '../support/window';

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

test('with 2C busy workers the window keeps its frames and main its loop', async ({ app, page, dataFolder }, info) => {
  await page.waitForTimeout(1_500);
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
  // The machine's own disturbances hit single windows of time; a window or a main that cannot keep up misses them all.
  const windows = [];
  for (let i = 0; i < 3; i++) {
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
  const figures = { workers, idleFrameP99Ms: quantile(idle, 0.99), windows };
  await info.attach('figures', { body: JSON.stringify(figures), contentType: 'application/json' });
  console.log(JSON.stringify(figures));
  expect(Math.min(...windows.map((one) => one.frameP99Ms))).toBeLessThanOrEqual(34);
  expect(Math.min(...windows.map((one) => one.mainLatenessP99Ms))).toBeLessThanOrEqual(20);
});

test('blocking the page for 2 s stops the pulse, and the CPU data has no gap', async ({ page }) => {
  const pulse = page.getByTestId('pulse');
  await expect.poll(async () => Number(await pulse.getAttribute('data-frames'))).toBeGreaterThan(5);
  await page.evaluate(() => {
    const samples: { readonly sequence: number; readonly atMs: number }[] = [];
    Object.assign(window, { samples });
    window.addEventListener('message', (event: MessageEvent<{ type?: string }>) => {
      const [port] = event.ports;
      if (event.data.type !== 'lab:monitor-port' || !port) return;
      port.addEventListener('message', ({ data }: MessageEvent<{ type: string; sequence: number; atMs: number }>) => {
        if (data.type === 'load') samples.push({ sequence: data.sequence, atMs: data.atMs });
      });
      port.start();
    });
    // A second line to the monitor, for this test alone.
    return window.lab['monitor.connect'](undefined);
  });
  await page.waitForTimeout(1_500);
  const blocked = await page.evaluate(() => {
    const dot = document.querySelector('[data-testid="pulse"]');
    const before = Number(dot?.getAttribute('data-frames'));
    const until = performance.now() + 2_000;
    let spins = 0;
    while (performance.now() < until) spins++;
    return { spins, before, after: Number(dot?.getAttribute('data-frames')) };
  });
  // The page's thread was held: no frame can have been drawn, so the counter of drawn frames stood still.
  expect(blocked.after).toBe(blocked.before);
  await expect.poll(async () => Number(await pulse.getAttribute('data-frames'))).toBeGreaterThan(blocked.after);
  await page.waitForTimeout(1_000);
  const samples = await page.evaluate(
    () => (window as unknown as { samples: { sequence: number; atMs: number }[] }).samples,
  );
  expect(samples.length).toBeGreaterThan(12);
  samples.forEach((sample, i) => {
    const next = samples[i + 1];
    if (!next) return;
    expect(next.sequence).toBe(sample.sequence + 1);
    // 4 Hz: nothing missing while the page could not look.
    expect(next.atMs - sample.atMs).toBeLessThan(1_000);
  });
});
