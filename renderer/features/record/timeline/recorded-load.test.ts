import { describe, expect, it } from 'vitest';
import { syntheticRecord } from '@core/testing/synthetic-record';
import { recordedLoad } from './recorded-load';

const record = syntheticRecord({ rounds: 3 });
const choice = { part: 'first-course', round: 2, repetition: 0 };

describe('recordedLoad', () => {
  const load = record.loads.find(({ round }) => round === 2);
  const cell = record.cells.find((one) => one.round === 2 && one.part === 'first-course' && one.condition === 'async');
  if (!load || !cell) throw new Error('a round with its load');

  it('is the one recorded interval of the round, with every execution of the round in it', () => {
    const seen = recordedLoad(record, choice, 'async', 0);
    expect(seen?.perCore).toEqual(load.perCore);
    expect(seen?.lengthNs).toBe(load.endNs - load.startNs);
    expect(seen?.mean).toBeCloseTo(load.perCore.reduce((sum, share) => sum + share, 0) / load.perCore.length, 12);
    expect(seen?.cells).toHaveLength(record.cells.filter(({ round }) => round === 2).length);
    expect(seen?.cells.filter(({ hasCursor }) => hasCursor)).toMatchObject([
      { condition: 'async', part: 'first-course' },
    ]);
  });

  it('puts the cursor where it was in the round, and no further than the end of its execution', () => {
    const at = (cursorNs: number): number => {
      const share = recordedLoad(record, choice, 'async', cursorNs)?.cursor ?? -1;
      return Math.round(load.startNs + share * (load.endNs - load.startNs));
    };
    expect(at(0)).toBe(cell.startNs);
    expect(at(1_000_000)).toBe(cell.startNs + 1_000_000);
    expect(at(1e12)).toBe(cell.endNs);
  });

  it('is nothing where nothing was recorded', () => {
    expect(recordedLoad({ ...record, loads: [] }, choice, 'async', 0)).toBeUndefined();
    expect(recordedLoad(record, { ...choice, round: 99 }, 'async', 0)).toBeUndefined();
    expect(recordedLoad(record, choice, 'no-such-condition', 0)?.cursor).toBeUndefined();
  });
});
