import type { ThreadCounters } from '@core/record/events';
import { medianOfSorted, quantile } from '@core/statistics/quantile';
import { sortSamples } from '@core/statistics/sorted-samples';
import type { RunClock } from './clock';

/** Nanoseconds from one beat to the next. */
export const beatNs = 10_000_000;

/** An open-loop probe of the calling thread's event loop. */
export interface LoopBeat {
  start(): void;
  /** Ends the beat. @returns how late its beats were; null if not one was due, or it was not started */
  stop(): ThreadCounters['loopDelay'];
}

/**
 * A beat is due every 10 ms after the start, whatever the loop does meanwhile; its lateness counts from when it was due.
 * A loop that is blocked for 500 ms is late for 50 beats, and those still due when the beat stops count as late as they
 * are by then. (The histogram of `monitorEventLoopDelay` has one sample for such a block, and none at all if it begins
 * before the first interval after a reset has passed: a thread blocked for a whole cell would show no delay.)
 * An idle loop reads 0 to 1.5 ms: Node's timers count whole milliseconds.
 */
export function createLoopBeat(clock: RunClock): LoopBeat {
  let timer: NodeJS.Timeout | undefined;
  let dueNs = 0;
  let lateNs: number[] = [];

  function count(nowNs: number): void {
    for (; dueNs <= nowNs; dueNs += beatNs) lateNs.push(nowNs - dueNs);
  }
  function arm(nowNs: number): void {
    // From now to the next due beat, anew each time: setInterval would drift from the beats that are due.
    timer = setTimeout(tick, Math.max(1, Math.ceil((dueNs - nowNs) / 1e6)));
    timer.unref();
  }
  function tick(): void {
    const nowNs = clock.now();
    count(nowNs);
    arm(nowNs);
  }

  return {
    start() {
      clearTimeout(timer);
      lateNs = [];
      const nowNs = clock.now();
      dueNs = nowNs + beatNs;
      arm(nowNs);
    },
    stop() {
      if (timer === undefined) return null;
      clearTimeout(timer);
      timer = undefined;
      count(clock.now());
      if (lateNs.length === 0) return null;
      const sorted = sortSamples(lateNs);
      return {
        medianNs: Math.round(medianOfSorted(sorted)),
        p99Ns: Math.round(quantile(sorted, 0.99)),
        longestNs: quantile(sorted, 1),
      };
    },
  };
}
