import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roomFor, updatedCost, updatedOverhead } from './batching';

const many = { sendingMs: 0.01, atOnce: 1, queued: 20_000, share: 10_000 };

describe('what a worker is given', () => {
  it('is one task while nothing is known about their cost', () => {
    expect(roomFor({ ...many, inFlight: 0, costMs: NaN })).toBe(1);
    expect(roomFor({ ...many, inFlight: 1, costMs: NaN })).toBe(0);
  });

  it('is many tiny tasks in one message, and more messages while the first is worked on', () => {
    const room = (inFlight: number) => roomFor({ ...many, inFlight, costMs: 0.01 });
    expect([0, 10, 390, 395, 400].map(room)).toEqual([10, 10, 10, 5, 0]);
    expect(roomFor({ ...many, inFlight: 0, costMs: 0 })).toBe(512);
    expect(roomFor({ ...many, inFlight: 1024, costMs: 0 })).toBe(0);
  });

  it('is its share at most of all that is unanswered', () => {
    const few = { ...many, queued: 24, share: 12, costMs: 0.02 };
    expect([0, 5, 10, 12, 20].map((inFlight) => roomFor({ ...few, inFlight }))).toEqual([5, 5, 2, 0, 0]);
    expect(roomFor({ ...few, queued: 3, inFlight: 0 })).toBe(3);
    expect(roomFor({ ...many, queued: 1, share: 1, inFlight: 0, costMs: 0.001 })).toBe(1);
  });

  it('is one task per message, a little ahead, when tasks are short', () => {
    const ahead = (inFlight: number) => roomFor({ ...many, inFlight, costMs: 1.6 });
    expect([0, 1, 2, 3, 4].map(ahead)).toEqual([1, 1, 1, 0, 0]);
    expect(roomFor({ ...many, queued: 1, share: 1, inFlight: 1, costMs: 0.5 })).toBe(0);
  });

  it('is nothing ahead when tasks are long', () => {
    expect(roomFor({ ...many, inFlight: 0, costMs: 10 })).toBe(1);
    expect(roomFor({ ...many, inFlight: 1, costMs: 10 })).toBe(0);
    expect(roomFor({ ...many, atOnce: 8, inFlight: 7, costMs: 10 })).toBe(1);
    expect(roomFor({ ...many, atOnce: 8, inFlight: 8, costMs: 10 })).toBe(0);
  });

  it('is one ahead of those that are dear to send, and none where sending alone is long', () => {
    const bulky = (inFlight: number, sendingMs: number) => roomFor({ ...many, inFlight, costMs: 0.001, sendingMs });
    expect([0, 1, 2].map((inFlight) => bulky(inFlight, 0.8))).toEqual([1, 1, 0]);
    expect([0, 1, 2].map((inFlight) => bulky(inFlight, 8))).toEqual([1, 0, 0]);
  });

  it('is always something for a worker that could begin it, and never more than waits', () => {
    const situation = fc.record({
      inFlight: fc.nat(600),
      atOnce: fc.integer({ min: 1, max: 64 }),
      costMs: fc.oneof(fc.constant(NaN), fc.constant(0), fc.double({ min: 0, max: 100, noNaN: true })),
      sendingMs: fc.oneof(fc.constant(NaN), fc.double({ min: 0, max: 100, noNaN: true })),
      queued: fc.integer({ min: 1, max: 100_000 }),
      share: fc.integer({ min: 1, max: 100_000 }),
    });
    fc.assert(
      fc.property(situation, (one) => {
        const room = roomFor(one);
        expect(Number.isInteger(room)).toBe(true);
        expect(room).toBeGreaterThanOrEqual(one.inFlight < one.atOnce ? 1 : 0);
        expect(room).toBeLessThanOrEqual(Math.min(512, one.queued));
      }),
    );
  });

  it('follows tasks that become longer at once, those that become shorter slowly, many sooner than one', () => {
    expect(updatedCost(NaN, 3, 1)).toBe(3);
    expect(updatedCost(0.002, 1, 1)).toBeGreaterThan(0.05);
    expect(updatedCost(1, 0.002, 1)).toBeGreaterThan(0.05);
    expect(updatedCost(1, 0.002, 100)).toBeCloseTo(0.002, 6);
    let costMs = 1;
    for (let i = 0; i < 30; i++) costMs = updatedCost(costMs, 0.002, 1);
    expect(costMs).toBeLessThan(0.05);
  });

  it('believes a shorter overhead at once and a longer one slowly', () => {
    expect(updatedOverhead(NaN, 2)).toBe(2);
    expect(updatedOverhead(2, 0.5)).toBe(0.5);
    expect(updatedOverhead(0.5, 4.5)).toBe(1.5);
    expect(updatedOverhead(0.5, -1)).toBe(0);
  });
});
