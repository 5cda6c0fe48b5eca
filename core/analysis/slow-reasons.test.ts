import { describe, expect, it } from 'vitest';
import { createRandom } from '../statistics/random';
import { slowReason, slowReasonIds, slowThresholds, type SlowCounters } from './slow-reasons';

const ms = 1e6;
/** Everything is told, nothing happened. */
const calm: SlowCounters = {
  durationNs: 100 * ms,
  sentinelNs: 14 * ms,
  sentinelWaitedNs: 0,
  observedNs: 120 * ms,
  throttles: 0,
  throttledNs: 0,
  otherNs: 0,
  waitedNs: { now: 0, usual: 0 },
  garbageNs: { now: 0, usual: 0 },
  migrations: { now: 0, usual: 0 },
};
const untold: SlowCounters = {
  durationNs: 100 * ms,
  sentinelNs: 14 * ms,
  observedNs: 120 * ms,
  sentinelWaitedNs: undefined,
  throttles: undefined,
  throttledNs: undefined,
  otherNs: undefined,
  waitedNs: undefined,
  garbageNs: undefined,
  migrations: undefined,
};

describe('why an execution was slow', () => {
  it('is the one counter that stands out', () => {
    const id = (changes: Partial<SlowCounters>) => slowReason({ ...calm, ...changes }).id;
    expect(id({})).toBe('unknown');
    expect(id({ throttles: 1, throttledNs: 6 * ms })).toBe('throttled');
    expect(id({ throttles: 1, throttledNs: 6 * ms - 1 })).toBe('unknown');
    expect(id({ waitedNs: { now: 5 * ms, usual: 0 } })).toBe('worker-waited');
    expect(id({ waitedNs: { now: 5 * ms - 1, usual: 0 } })).toBe('unknown');
    expect(id({ sentinelWaitedNs: 1.4 * ms })).toBe('sentinel-waited');
    expect(id({ sentinelWaitedNs: 1.4 * ms - 1 })).toBe('unknown');
    expect(id({ garbageNs: { now: 5 * ms, usual: 0 } })).toBe('garbage');
    expect(id({ otherNs: 31 * ms })).toBe('other-load');
    expect(id({ otherNs: 30 * ms })).toBe('unknown');
    expect(id({ migrations: { now: 2, usual: 0 } })).toBe('migrated');
    expect(id({ migrations: { now: 1, usual: 0 } })).toBe('unknown');
  });

  it('is not what an execution of its condition always has', () => {
    const usual = { now: 50 * ms, usual: 48 * ms };
    expect(slowReason({ ...calm, waitedNs: usual, garbageNs: usual, migrations: { now: 9, usual: 8 } }).id).toBe(
      'unknown',
    );
    expect(slowReason({ ...calm, waitedNs: { now: 60 * ms, usual: 48 * ms } })).toEqual({
      id: 'worker-waited',
      ns: 60 * ms,
      usualNs: 48 * ms,
      ofNs: 100 * ms,
    });
  });

  it('is not told where no counter is; a heap that collects nothing tells nothing of the system', () => {
    expect(slowReason(untold).id).toBe('not-told');
    expect(slowReason({ ...untold, garbageNs: { now: 0, usual: 0 } }).id).toBe('not-told');
    expect(slowReason({ ...untold, garbageNs: { now: 9 * ms, usual: 0 } }).id).toBe('garbage');
    expect(slowReason({ ...untold, sentinelWaitedNs: 0 }).id).toBe('unknown');
  });

  it('is the first in the declared order of all that hold, whatever the counters', () => {
    const random = createRandom(20_261);
    const amount = (most: number): number => Math.floor(random.next() ** 3 * most);
    const maybe = <T>(value: T): T | undefined => (random.next() < 0.15 ? undefined : value);
    const pair = (most: number) => maybe({ now: amount(most), usual: amount(most) });
    const met = new Set<string>();
    for (let trial = 0; trial < 20_000; trial++) {
      const counters: SlowCounters = {
        durationNs: 1 + amount(500 * ms),
        sentinelNs: 10 * ms + amount(50 * ms),
        sentinelWaitedNs: maybe(amount(20 * ms)),
        observedNs: 20 * ms + amount(500 * ms),
        throttles: maybe(amount(5)),
        throttledNs: maybe(amount(100 * ms)),
        otherNs: maybe(amount(500 * ms)),
        waitedNs: pair(200 * ms),
        garbageNs: pair(50 * ms),
        migrations: pair(6),
      };
      const { id } = slowReason(counters);
      met.add(id);
      // Taking away the counter behind a reason never brings up one that comes before it.
      const without = {
        throttled: 'throttledNs',
        'worker-waited': 'waitedNs',
        'sentinel-waited': 'sentinelWaitedNs',
        garbage: 'garbageNs',
        'other-load': 'otherNs',
        migrated: 'migrations',
      } as const;
      if (id !== 'unknown' && id !== 'not-told') {
        const next = slowReason({ ...counters, [without[id]]: undefined }).id;
        expect(slowReasonIds.indexOf(next)).toBeGreaterThan(slowReasonIds.indexOf(id));
      } else {
        const above = ({ now, usual } = { now: 0, usual: 0 }): number => now - usual;
        expect(above(counters.waitedNs)).toBeLessThanOrEqual(slowThresholds.workerShare * counters.durationNs);
        expect(above(counters.migrations)).toBeLessThan(slowThresholds.migrations);
      }
    }
    expect(met.size).toBeGreaterThanOrEqual(7);
  });
});
