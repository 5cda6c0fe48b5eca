import type { ElectronApplication, Page } from '@playwright/test';
import type { LabBridge } from '@core/ipc/bridge';

declare global {
  interface Window {
    readonly lab: LabBridge;
  }
}

/** Intervals between frames of the page over this time, by requestAnimationFrame, in milliseconds. */
export function frameIntervals(page: Page, forMs: number): Promise<readonly number[]> {
  return page.evaluate(
    (duration) =>
      new Promise<readonly number[]>((resolve) => {
        const intervals: number[] = [];
        const start = performance.now();
        let last: number | undefined;
        const frame = (): void => {
          const now = performance.now();
          if (last !== undefined) intervals.push(now - last);
          last = now;
          if (now - start < duration) requestAnimationFrame(frame);
          else resolve(intervals);
        };
        requestAnimationFrame(frame);
      }),
    forMs,
  );
}

/** How late main's event loop is for beats due every 10 ms, in milliseconds; a missed beat counts with its lateness. */
export function mainLateness(app: ElectronApplication, forMs: number): Promise<readonly number[]> {
  return app.evaluate(
    (_electron, duration) =>
      new Promise<readonly number[]>((resolve) => {
        const lateness: number[] = [];
        const start = performance.now();
        const dueMs = (): number => start + (lateness.length + 1) * 10;
        const beat = (): void => {
          const now = performance.now();
          while (dueMs() <= now) lateness.push(now - dueMs());
          if (now - start < duration) setTimeout(beat, Math.ceil(dueMs() - now));
          else resolve(lateness);
        };
        beat();
      }),
    forMs,
  );
}

/**
 * Open-loop round trips from the page to main and back, due every 10 ms, in milliseconds from the instant each was due
 * until its answer: a call that the page itself could send only late counts with its lateness. Delays are whole
 * milliseconds rounded up, because a timer that fires early would have to wait again, for at least 4 ms in a page.
 */
export function ipcRoundTrips(page: Page, forMs: number): Promise<readonly number[]> {
  return page.evaluate(async (duration) => {
    const trips: Promise<number>[] = [];
    const start = performance.now();
    const dueMs = (): number => start + (trips.length + 1) * 10;
    const call = async (due: number): Promise<number> => {
      await window.lab['runs.current'](undefined);
      return performance.now() - due;
    };
    await new Promise<void>((resolve) => {
      const beat = (): void => {
        const now = performance.now();
        while (dueMs() <= now) trips.push(call(dueMs()));
        if (now - start < duration) setTimeout(beat, Math.ceil(dueMs() - now));
        else resolve();
      };
      beat();
    });
    return Promise.all(trips);
  }, forMs);
}
