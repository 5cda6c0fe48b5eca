import type { Page } from '@playwright/test';

export interface Moves {
  readonly name: string;
  /** A key, its updates and the rest of the frame that shows it, on the page's main thread, in milliseconds. */
  readonly stepsMs: readonly number[];
  /** Between the frames of neighbouring steps, in milliseconds. */
  readonly framesMs: readonly number[];
}

/** Moves through the timeline that the page shows by its keys, one step a frame: zooms at the whole, pans zoomed in. */
export function stepTimeline(page: Page): Promise<readonly Moves[]> {
  return page.evaluate(run);
}

/** Runs in the page: it can use nothing of this module. */
async function run(): Promise<readonly Moves[]> {
  const drawing = document.querySelector('svg.drawing');
  if (!drawing) throw new Error('The page shows no timeline.');
  const afterFrame = new MessageChannel();
  afterFrame.port1.start();

  const press = (key: string): void => {
    drawing.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  };
  const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
  const nextTurn = (): Promise<number> =>
    new Promise((resolve) => {
      afterFrame.port1.addEventListener('message', () => resolve(performance.now()), { once: true });
      afterFrame.port2.postMessage(null);
    });
  /** The updates are microtasks of the key; the painting is asked for by them and comes in the next frame. */
  const step = async (key: string): Promise<{ readonly workMs: number; readonly frameAt: number }> => {
    let frameBegins = 0;
    // Asked for before the page asks, so that it comes first.
    const painting = new Promise<number>((resolve) =>
      requestAnimationFrame((at) => {
        frameBegins = performance.now();
        resolve(at);
      }),
    );
    const begun = performance.now();
    press(key);
    await new Promise<void>((resolve) => {
      queueMicrotask(() => queueMicrotask(() => queueMicrotask(resolve)));
    });
    const updatesMs = performance.now() - begun;
    const frameAt = await painting;
    return { workMs: updatesMs + (await nextTurn()) - frameBegins, frameAt };
  };
  const move = async (name: string, keys: readonly string[]): Promise<Moves> => {
    const stepsMs: number[] = [];
    const framesMs: number[] = [];
    let before: number | undefined;
    for (const key of keys) {
      const { workMs, frameAt } = await step(key);
      stepsMs.push(workMs);
      if (before !== undefined) framesMs.push(frameAt - before);
      before = frameAt;
    }
    return { name, stepsMs, framesMs };
  };
  const zoomIn = async (times: number): Promise<void> => {
    for (let n = 0; n < times; n++) {
      press('+');
      await frame();
    }
  };

  const steps = 240;
  const zooms = Array.from({ length: steps }, (_, n) => (n % 2 === 0 ? '+' : '-'));
  const pans = Array.from({ length: steps }, (_, n) => (Math.floor(n / 8) % 2 === 0 ? 'ArrowRight' : 'ArrowLeft'));
  const whole = await move('zoom at the whole', zooms);
  press('0');
  await zoomIn(4);
  const near = await move('pan, zoomed in 5 times', pans);
  await zoomIn(6);
  const nearest = await move('pan, zoomed in 58 times', pans);
  return [whole, near, nearest];
}
