import { describe, expect, it } from 'vitest';
import { cycleOf, type WaitFor } from './wait-for-graph';

const wait = (who: number, lock: number, heldBy: number): WaitFor => ({ who, lock, heldBy });

describe('a cycle in the wait-for graph', () => {
  it('is found for a whole table, from its lowest member on', () => {
    const table = [3, 1, 0, 2].map((who) => wait(who, (who + 1) % 4, (who + 1) % 4));
    expect(cycleOf(table)?.map(({ who }) => who)).toEqual([0, 1, 2, 3]);
  });

  it('leaves out who waits for the cycle without being on it', () => {
    const waits = [wait(0, 5, 1), wait(1, 6, 2), wait(2, 7, 1)];
    expect(cycleOf(waits)).toEqual([wait(1, 6, 2), wait(2, 7, 1)]);
  });

  it('is a thread that waits for itself', () => {
    expect(cycleOf([wait(4, 0, 4)])).toEqual([wait(4, 0, 4)]);
  });

  it.each([
    ['nobody waits', []],
    ['a chain has an end', [wait(0, 1, 1), wait(1, 2, 2), wait(2, 3, 3)]],
    ['two wait for one', [wait(0, 1, 2), wait(1, 1, 2)]],
  ])('is none where %s', (_name, waits) => {
    expect(cycleOf(waits)).toBeUndefined();
  });
});
