import { describe, expect, it } from 'vitest';
import { eggsAndToast } from '../experiments/eggs-and-toast/definition';
import { syntheticRecord } from '../testing/synthetic-record';
import type { UnsealedRecord } from '../record/record';
import { typicalRound } from './typical-round';

/** The first course, with these totals of sync and async in rounds 1, 2, … in ms; other conditions as they are. */
function recordWith(totals: readonly (readonly [sync: number, async: number])[]): UnsealedRecord {
  const record = syntheticRecord({ rounds: totals.length });
  return {
    ...record,
    cells: record.cells.map((cell) => {
      const index = ['sync', 'async'].indexOf(cell.condition);
      const totalMs = totals[cell.round - 1]?.[index];
      if (cell.part !== 'first-course' || totalMs === undefined) return cell;
      return { ...cell, endNs: cell.startNs + totalMs * 1e6 };
    }),
  };
}

const typical = (record: UnsealedRecord, only?: readonly string[]) =>
  typicalRound(record, eggsAndToast, 'first-course', only);

describe('the typical round', () => {
  it('is the one whose totals lie nearest to the medians, of all conditions together', () => {
    // Medians: 600 and 300. Round 1 is right in one condition alone, round 4 nearly right in both.
    const record = recordWith([
      [600, 450],
      [900, 300],
      [500, 200],
      [606, 303],
      [580, 310],
      [640, 280],
    ]);
    const found = typical(record, ['sync', 'async']);
    expect(found?.round).toBe(4);
    expect([...(found?.cells.keys() ?? [])]).toEqual(['sync', 'async']);
    expect(found?.cells.get('async')).toMatchObject({ condition: 'async', round: 4 });
  });

  it('is the earlier of two that are alike, and never the warm-up', () => {
    const totals = Array.from({ length: 7 }, (): [number, number] => [600, 300]);
    expect(typical(recordWith(totals), ['sync', 'async'])?.round).toBe(1);
  });

  it('is none without a round that has every condition', () => {
    const record = recordWith([
      [600, 300],
      [610, 310],
    ]);
    const torn = record.cells.filter(({ condition, round }) => (condition === 'sync') === (round === 1));
    expect(typical({ ...record, cells: torn }, ['sync', 'async'])).toBeUndefined();
    expect(typical({ ...record, cells: [] })).toBeUndefined();
    expect(typicalRound(record, eggsAndToast, 'no-such-part')).toBeUndefined();
  });
});
