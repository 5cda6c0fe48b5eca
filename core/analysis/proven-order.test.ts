import { describe, expect, it } from 'vitest';
import { areOfOneCounter, provenOrder } from './proven-order';

const log = (adder: number, ...reads: number[]) => ({
  worker: `mutex/worker-${adder + 1}`,
  adder,
  reads,
  writes: reads.map((read) => read + 1),
});
const steps = (updates: readonly { adder: number; read: number }[]) => updates.map(({ adder, read }) => [adder, read]);

describe('provenOrder', () => {
  it('knows the order of all updates where every value was read once', () => {
    const { proven, collision, untold } = provenOrder([log(0, 0, 1, 4), log(1, 2, 3, 5)]);
    expect(steps(proven)).toEqual([
      [0, 0],
      [0, 1],
      [1, 2],
      [1, 3],
      [0, 4],
      [1, 5],
    ]);
    expect(collision).toEqual([]);
    expect([...untold.values()]).toEqual([0, 0]);
  });

  it('ends at the first value that two read, and claims nothing after it', () => {
    const { proven, collision, untold } = provenOrder([log(0, 0, 2, 3, 4), log(1, 1, 2, 3)]);
    expect(steps(proven)).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(steps(collision)).toEqual([
      [0, 2],
      [1, 2],
    ]);
    expect([...untold]).toEqual([
      [0, 2],
      [1, 1],
    ]);
  });

  it('ends at once where both begin with the same value', () => {
    const { proven, collision } = provenOrder([log(0, 0, 1), log(1, 0, 1)]);
    expect([proven.length, collision.length]).toEqual([0, 2]);
  });
});

describe('areOfOneCounter', () => {
  it('refuses a value that nobody wrote, an update that adds two, and a log that is too short', () => {
    expect(areOfOneCounter([log(0, 0, 1), log(1, 1, 2)])).toBe(true);
    expect(areOfOneCounter([log(0, 0, 1), log(1, 9)])).toBe(false);
    expect(areOfOneCounter([{ ...log(0, 0), writes: [2] }])).toBe(false);
    expect(areOfOneCounter([{ ...log(0, 0, 1), writes: [1] }])).toBe(false);
  });
});
