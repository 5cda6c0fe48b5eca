import { median } from '@core/statistics/quantile';

/** Frames drawn in this many frame times tell how often the undisturbed window draws. */
const quietFrames = 30;
/** A frame that does not come at all (a hidden window) ends the wait, in milliseconds. */
const frameTimeoutMs = 1_000;

/** Watches when the page draws and when synthetic input reaches it. */
export interface FrameWatch {
  begin(): void;
  /** Ends it once `inputs` inputs have come and two more frames were drawn, or neither comes within a second. */
  end(inputs: number): Promise<{ readonly framesMs: readonly number[]; readonly inputsMs: readonly number[] }>;
  dispose(): void;
}

/** Median interval of undisturbed frames in milliseconds; 0 if the window does not draw. */
export async function quietFrameMs(): Promise<number> {
  const intervals: number[] = [];
  let last = await nextFrame();
  for (let frame = 0; frame < quietFrames && last !== undefined; frame++) {
    const next = await nextFrame();
    if (next === undefined) break;
    intervals.push(next - last);
    last = next;
  }
  return intervals.length === 0 ? 0 : median(intervals);
}

function nextFrame(): Promise<number | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), frameTimeoutMs);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve(performance.now());
    });
  });
}

/**
 * Frames are counted where the page's own thread gets to draw: in the callback of `requestAnimationFrame`, by the time at
 * which it runs. Inputs are the presses of a key (F24) that main sends and that nothing else in the window answers to.
 */
export function createFrameWatch(): FrameWatch {
  let framesMs: number[] = [];
  let inputsMs: number[] = [];
  let frame: number | undefined;

  function draw(): void {
    framesMs.push(performance.now());
    frame = requestAnimationFrame(draw);
  }
  function press(event: KeyboardEvent): void {
    if (event.code !== 'F24') return;
    inputsMs.push(performance.now());
    event.preventDefault();
    event.stopImmediatePropagation();
  }
  function dispose(): void {
    if (frame !== undefined) cancelAnimationFrame(frame);
    frame = undefined;
    window.removeEventListener('keydown', press, true);
  }

  return {
    dispose,
    begin() {
      dispose();
      framesMs = [];
      inputsMs = [];
      window.addEventListener('keydown', press, true);
      frame = requestAnimationFrame(draw);
    },
    async end(inputs) {
      const deadlineMs = performance.now() + frameTimeoutMs;
      const enough = framesMs.length + 2;
      while ((inputsMs.length < inputs || framesMs.length < enough) && performance.now() < deadlineMs)
        await nextFrame();
      dispose();
      return { framesMs, inputsMs };
    },
  };
}
