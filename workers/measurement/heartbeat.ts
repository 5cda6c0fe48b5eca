import type { ProbeSeries } from '@core/record/events';
import type { RunClock } from './clock';
import { beatNs } from './thread-meter-beat';

/** Room for beats made before the first one is due, so that a beat allocates no list: 40 s of them. */
const longestSeries = 4096;

/** An open-loop heartbeat on the calling thread's event loop that keeps every beat. */
export interface Heartbeat {
  /** Begins a new series: the first beat is due 10 ms from now. */
  start(): void;
  /**
   * Settles inside the callback that is the `count`th from now: whoever continues does so right at a beat. One callback may
   * serve several beats that had fallen due; one that comes before its beat is due (Node counts from the loop's cached
   * time, which is old after a block) is none. Never settles unless started, or if stopped before.
   */
  callbacks(count: number): Promise<void>;
  /** Ends the series. What has fallen due and not come counts as late as it is by now. Null if not started or nothing was due. */
  stop(): ProbeSeries | null;
}

/**
 * A beat is due every 10 ms whatever the loop does meanwhile, and its lateness counts from when it was due: a loop that is
 * held for 300 ms is late for 30 beats, the first of them by 290 ms or more. Node's timers count whole milliseconds, so a
 * free loop reads 0 to about 1.5 ms.
 */
export function createHeartbeat(clock: RunClock): Heartbeat {
  const late = new Float64Array(longestSeries);
  let count = 0;
  let firstDueNs = 0;
  let dueNs = 0;
  let timer: NodeJS.Timeout | undefined;
  let awaited = 0;
  let settle: (() => void) | undefined;

  function take(nowNs: number): void {
    for (; dueNs <= nowNs && count < longestSeries; dueNs += beatNs) late[count++] = nowNs - dueNs;
  }
  function arm(nowNs: number): void {
    // From now to the next due beat, anew each time: setInterval would drift from the beats that are due.
    timer = setTimeout(beat, Math.max(1, Math.ceil((dueNs - nowNs) / 1e6)));
  }
  function beat(): void {
    const nowNs = clock.now();
    const isDue = dueNs <= nowNs;
    take(nowNs);
    arm(nowNs);
    if (isDue && awaited > 0 && --awaited === 0) settle?.();
  }

  return {
    start() {
      clearTimeout(timer);
      count = 0;
      awaited = 0;
      const nowNs = clock.now();
      firstDueNs = nowNs + beatNs;
      dueNs = firstDueNs;
      arm(nowNs);
    },
    callbacks(wanted) {
      return new Promise((resolve) => {
        awaited = wanted;
        settle = resolve;
      });
    },
    stop() {
      if (timer === undefined) return null;
      clearTimeout(timer);
      timer = undefined;
      take(clock.now());
      if (count === 0) return null;
      return { periodNs: beatNs, firstDueNs, latencyNs: Array.from(late.subarray(0, count)) };
    },
  };
}
