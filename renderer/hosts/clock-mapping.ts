import { clockOffset } from '@core/hosts/clock-offset';
import type { ClockPing } from '@core/hosts/clock-offset';
import type { ToGuest } from '@core/hosts/messages';
import type { ClockMapped } from '@core/protocol/worker';

/** Pings per mapping: the one with the shortest round trip decides. */
const pings = 200;

/** This host's clock read as the run's. */
export interface ClockMapping {
  /** Nanoseconds since the run's start. */
  readonly now: () => number;
  /** The same for a time of this host's clock, in milliseconds (`performance.now`, frame times). */
  readonly at: (ms: number) => number;
  /** Maps anew and keeps using the first offset. @returns how far the two are apart */
  again(): Promise<ClockMapped>;
  /** Hands in the answer to a ping. */
  receive(message: Extract<ToGuest, { type: 'clock' }>): void;
}

/**
 * Maps the host's clock, which has no common origin with that of the processes, by asking the lab process for its time over
 * the port 200 times.
 * @param ping asks once; the answer comes to `receive`
 */
export function createClockMapping(ping: (n: number) => void): ClockMapping & { readonly ready: Promise<void> } {
  let offsetNs = 0;
  let waiting: { n: number; resolve: (atNs: number) => void } | undefined;
  const ownNs = (): number => performance.now() * 1e6;

  async function measure(): Promise<{ readonly offsetNs: number; readonly shortestTripNs: number }> {
    const found: ClockPing[] = [];
    for (let n = 0; n < pings; n++) {
      const sentNs = ownNs();
      const atNs = await new Promise<number>((resolve) => {
        waiting = { n, resolve };
        ping(n);
      });
      found.push({ sentNs, atNs, gotNs: ownNs() });
    }
    return clockOffset(found);
  }

  const ready = measure().then((found) => {
    offsetNs = found.offsetNs;
  });
  const at = (ms: number): number => Math.max(0, Math.round(ms * 1e6 + offsetNs));
  return {
    ready,
    at,
    now: () => at(performance.now()),
    async again() {
      const found = await measure();
      return {
        type: 'clock-mapped',
        pings,
        shortestTripNs: found.shortestTripNs,
        driftNs: found.offsetNs - offsetNs,
      };
    },
    receive({ n, atNs }) {
      if (waiting?.n !== n) return;
      const { resolve } = waiting;
      waiting = undefined;
      resolve(atNs);
    },
  };
}
