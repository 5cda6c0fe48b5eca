import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { clockOffset } from './clock-offset';

describe('the offset between two clocks', () => {
  it('is taken from the ping with the shortest round trip', () => {
    const pings = [
      { sentNs: 0, atNs: 5_900, gotNs: 1_000 },
      { sentNs: 2_000, atNs: 7_050, gotNs: 2_100 },
      { sentNs: 4_000, atNs: 9_900, gotNs: 5_000 },
    ];
    expect(clockOffset(pings)).toEqual({ offsetNs: 5_000, shortestTripNs: 100 });
  });

  it('is never off by more than half the shortest trip, however unevenly the trips go', () => {
    const trip = fc.record({ sent: fc.nat(1e6), there: fc.nat(1e5), back: fc.nat(1e5) });
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.array(trip, { minLength: 1 }), (offset, trips) => {
        const found = clockOffset(
          trips.map(({ sent, there, back }) => ({
            sentNs: sent,
            atNs: sent + there + offset,
            gotNs: sent + there + back,
          })),
        );
        expect(Math.abs(found.offsetNs - offset)).toBeLessThanOrEqual(found.shortestTripNs / 2 + 1);
      }),
    );
  });

  it('needs a ping', () => {
    expect(() => clockOffset([])).toThrow(RangeError);
  });
});
