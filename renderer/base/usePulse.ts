import { onBeforeUnmount, onMounted, watch } from 'vue';
import { paceOf, Pulse, restMs } from './pulse';
import type { PulsePace } from './pulse';

export interface PulseInput {
  readonly isMeasured: () => boolean;
  readonly isStill: () => boolean;
  readonly show: (pulse: Pulse) => void;
}

/**
 * Drives the pulse by `requestAnimationFrame` on the page's own thread. At a slow pace it rests, then asks for two frames
 * in a row: the first only marks the time, so that the interval shown is still that of two neighbouring frames.
 */
export function usePulse({ isMeasured, isStill, show }: PulseInput): void {
  const pulse = new Pulse();
  let frame: number | undefined;
  let rest: ReturnType<typeof setTimeout> | undefined;
  const pace = (): PulsePace => paceOf(isMeasured(), isStill());

  onMounted(next);
  onBeforeUnmount(stop);
  watch(pace, () => {
    stop();
    next();
  });

  function next(): void {
    const now = pace();
    if (now === 'every-frame') frame = requestAnimationFrame(draw);
    else rest = setTimeout(() => (frame = requestAnimationFrame(mark)), restMs[now]);
  }

  function mark(nowMs: number): void {
    pulse.skip(nowMs);
    frame = requestAnimationFrame(draw);
  }

  function draw(nowMs: number): void {
    pulse.draw(nowMs);
    show(pulse);
    next();
  }

  function stop(): void {
    if (frame !== undefined) cancelAnimationFrame(frame);
    clearTimeout(rest);
  }
}
