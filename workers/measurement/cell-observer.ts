import type { Disturbance } from '@core/record/events';
import type { RunClock } from './clock';
import { threadWaitedNs } from './cpu-time';
import { watchCores } from './machine-load';

export interface ObserverParts {
  readonly clock: RunClock;
  /** What CPU quotas did to this program so far; null where the system does not tell. */
  readonly readThrottling: () => { readonly times: number; readonly ns: number } | null;
}

/** Watches one cell from outside its workers. */
export interface CellObservation {
  /** Executes a sentinel and adds up how long the calling thread had no core meanwhile. @returns what the sentinel returned */
  sentinel(run: () => number): number;
  /**
   * Ends the observation.
   * @param ownWorkersNs CPU time of the run's own processes beside this one, in nanoseconds; null: not known, then neither is
   * what other programs used
   */
  end(ownWorkersNs: number | null): Disturbance;
}

/** Begins to observe a cell. Everything is read before its first sentinel and after its second, outside what is timed. */
export function observeCell({ clock, readThrottling }: ObserverParts): CellObservation {
  const startNs = clock.now();
  const throttledBefore = readThrottling();
  const coresSince = watchCores();
  const ownBefore = process.cpuUsage();
  let sentinelWaitedNs: number | null = 0;
  return {
    sentinel(run) {
      const before = threadWaitedNs();
      const found = run();
      const after = threadWaitedNs();
      if (sentinelWaitedNs === null || before === null || after === null) sentinelWaitedNs = null;
      else sentinelWaitedNs += after - before;
      return found;
    },
    end(ownWorkersNs) {
      const own = process.cpuUsage(ownBefore);
      const busyNs = coresSince().busyMs.reduce((sum, ms) => sum + ms, 0) * 1e6;
      const throttled = readThrottling();
      const known = throttledBefore && throttled ? { now: throttled, then: throttledBefore } : undefined;
      const otherNs = ownWorkersNs === null ? null : busyNs - (own.user + own.system) * 1e3 - ownWorkersNs;
      return {
        observedNs: clock.now() - startNs,
        sentinelWaitedNs,
        throttles: known ? Math.max(0, known.now.times - known.then.times) : null,
        throttledNs: known ? Math.max(0, known.now.ns - known.then.ns) : null,
        otherNs: otherNs === null ? null : Math.max(0, Math.round(otherNs)),
      };
    },
  };
}
