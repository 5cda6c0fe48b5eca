import type { Page } from '@playwright/test';
import { monitorRateHz } from '@core/ipc/monitor';
import { monitorPortMessage } from '@core/ipc/names';

/** One sample from its arrival to the end of the frame that shows it, on the page's main thread, in milliseconds. */
export interface Drawing {
  /** The page's own code: taking the sample, updating the components, drawing chart and strip. */
  readonly scriptMs: number;
  /** The same and the rest of that frame: style, layout, painting, rasterising of the canvases. */
  readonly wholeMs: number;
}

export interface Feed {
  readonly cores: number;
  /** Samples sent before the timed ones, so that the longest history is full. */
  readonly history: number;
  readonly updates: number;
}

export interface Fed {
  readonly drawings: readonly Drawing[];
  /** The rest of a frame without a sample, which is not the chart's cost, in milliseconds. */
  readonly emptyFramesMs: readonly number[];
  /** What the page says it received and refused. */
  readonly received: number;
}

declare global {
  interface Window {
    /** Called when a sample arrives, before the page's own code sees it. */
    benchArrival?: () => void;
  }
}

/**
 * Gives the page a monitor's port of the bench's own with samples of a machine of this many cores, in the place of the
 * monitor process, and times what the page does with each. The page is the product's, as built: listeners of the bench
 * stand before and after its own on the port, and callbacks before and after its own in the frame.
 * @throws Error if the page did not take every sample
 */
export async function feedCharts(page: Page, feed: Feed): Promise<Fed> {
  await page.addInitScript(() => {
    window.addEventListener('message', ({ ports: [port] }) => {
      port?.addEventListener('message', () => window.benchArrival?.());
    });
  });
  await page.reload();
  await page.locator('[data-samples] canvas').first().waitFor();
  const fed = await page.evaluate(run, { ...feed, type: monitorPortMessage, periodMs: 1000 / monitorRateHz });
  const expected = feed.history + feed.updates;
  if (fed.received !== expected) throw new Error(`The page took ${fed.received} of ${expected} samples.`);
  return fed;
}

/** Runs in the page: it can use nothing of this module. */
async function run({
  cores,
  history,
  updates,
  type,
  periodMs,
}: Feed & { type: string; periodMs: number }): Promise<Fed> {
  const { port1, port2 } = new MessageChannel();
  const afterFrame = new MessageChannel();
  afterFrame.port1.start();
  const drawings: Drawing[] = [];
  const marks = { begun: 0, updated: 0, frame: 0 };
  let taken = false;
  let known: number | undefined;
  let finish: ((drawing: Drawing) => void) | undefined;

  const samples = (): number => Number(document.querySelector<HTMLElement>('[data-samples]')?.dataset['samples']);
  const nextTurn = (): Promise<number> =>
    new Promise((resolve) => {
      afterFrame.port1.addEventListener(
        'message',
        () => {
          resolve(performance.now());
        },
        { once: true },
      );
      afterFrame.port2.postMessage(null);
    });
  const frameBegins = (): void => {
    marks.frame = performance.now();
  };
  const frameEnds = (): void => {
    const scriptMs = marks.updated - marks.begun + performance.now() - marks.frame;
    // The task after this frame's rendering.
    void nextTurn().then((now) => finish?.({ scriptMs, wholeMs: marks.updated - marks.begun + now - marks.frame }));
  };
  const before = (): void => {
    marks.begun = performance.now();
    // From here on no sample of the monitor process comes any more: its port was closed when ours was taken.
    if (taken) known ??= samples();
    if (finish) requestAnimationFrame(frameBegins);
  };
  const after = (): void => {
    // Behind the components' update, which is a microtask of the page's own listener.
    queueMicrotask(() => {
      marks.updated = performance.now();
      if (finish) requestAnimationFrame(frameEnds);
    });
  };
  const attach = ({ data, ports: [port] }: MessageEvent<{ readonly type?: string } | null>): void => {
    if (data?.type !== type || !port) return;
    window.removeEventListener('message', attach);
    taken = true;
    port.addEventListener('message', after);
  };
  // Behind the page's own listener, which has stood since it was loaded.
  window.addEventListener('message', attach);
  window.benchArrival = before;

  const shares = Array.from({ length: cores }, (_, core) => (core % 10) / 10);
  let sequence = 0;
  const send = (): void => {
    // A walk that differs from core to core and never leaves 0..1.
    shares.forEach((share, core) => (shares[core] = Math.abs(Math.sin(share + 0.01 * core + 0.3))));
    const at = { sequence, atMs: 1e9 + sequence * periodMs };
    port1.postMessage({ type: 'load', ...at, perCore: shares, memoryUsedBytes: 1e9, memoryTotalBytes: 4e9 });
    sequence += 1;
  };
  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  const frames = (count: number): Promise<void> =>
    new Promise((resolve) => {
      const next = (left: number): void => {
        if (left === 0) resolve();
        else
          requestAnimationFrame(() => {
            next(left - 1);
          });
      };
      next(count);
    });

  window.postMessage({ type }, location.origin, [port2]);
  for (let n = 0; n < history; n++) {
    send();
    if (n % 100 === 99) await frames(2);
  }
  await pause(500);
  for (let n = 0; n < updates; n++) {
    drawings.push(
      await new Promise<Drawing>((resolve) => {
        finish = resolve;
        send();
      }),
    );
    finish = undefined;
    // Away from the frame's beat, so that samples arrive at every phase of it, as the monitor's do.
    await pause(20 + ((n * 7) % 17));
  }
  const emptyFramesMs: number[] = [];
  for (let n = 0; n < updates; n++) {
    await frames(1);
    emptyFramesMs.push(
      await new Promise<number>((resolve) =>
        requestAnimationFrame(() => {
          const start = performance.now();
          void nextTurn().then((now) => {
            resolve(now - start);
          });
        }),
      ),
    );
  }
  return { drawings, emptyFramesMs, received: samples() - (known ?? Number.NaN) };
}
