import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createFrameWatch } from './frame-watch';

let frames: FrameRequestCallback[] = [];
beforeEach(() => {
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => frames.push(callback));
  vi.stubGlobal('cancelAnimationFrame', () => (frames = []));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** The page gets to draw. */
async function draw(): Promise<void> {
  const now = frames;
  frames = [];
  for (const callback of now) callback(performance.now());
  await Promise.resolve();
  await Promise.resolve();
}

function press(code: string): boolean {
  return window.dispatchEvent(new KeyboardEvent('keydown', { code, cancelable: true }));
}

it('counts frames and the presses of its own key, which nobody else hears', async () => {
  const heard = vi.fn();
  window.addEventListener('keydown', heard);
  const watch = createFrameWatch();
  watch.begin();
  await draw();
  press('F24');
  press('KeyA');
  press('F24');
  await draw();
  const ended = watch.end(2);
  for (let frame = 0; frame < 4; frame++) await draw();
  const { framesMs, inputsMs } = await ended;
  expect(inputsMs).toHaveLength(2);
  // Two more than there were when the end was asked for.
  expect(framesMs.length).toBeGreaterThanOrEqual(4);
  expect([...framesMs].sort((a, b) => a - b)).toEqual(framesMs);
  expect(heard).toHaveBeenCalledTimes(1);
  window.removeEventListener('keydown', heard);
});

it('hears nothing after it was put away', async () => {
  const watch = createFrameWatch();
  watch.begin();
  watch.dispose();
  press('F24');
  await draw();
  watch.begin();
  const ended = watch.end(0);
  for (let frame = 0; frame < 4; frame++) await draw();
  expect((await ended).inputsMs).toEqual([]);
});
