import { describe, expect, it } from 'vitest';
import { syntheticCrowdRecord } from '../testing/synthetic-crowd';
import { syntheticRecord } from '../testing/synthetic-record';
import { glimpseOf } from './cell-glimpse';

describe('a glimpse of a finished cell', () => {
  it('holds the recorded spans and served tasks of a small cell as they were recorded', () => {
    const cell = syntheticRecord().cells.find(({ condition, round }) => condition === 'async' && round === 2)!;
    const { lanes, totalNs, round, left } = glimpseOf(cell);
    expect([round, left, totalNs]).toEqual([2, 0, cell.endNs - cell.startNs]);
    expect(lanes.map(({ seat }) => seat)).toEqual(['you']);
    const [worker] = cell.workers;
    expect(lanes[0]?.spans).toEqual(
      worker?.spans.map(({ state, startNs, endNs, task }) => ({
        state,
        startNs: startNs - cell.startNs,
        endNs: endNs - cell.startNs,
        task,
      })),
    );
    expect(lanes[0]?.served.map(({ task }) => task).toSorted()).toEqual(cell.tasks.map(({ task }) => task).toSorted());
  });

  it('stays small, whatever was recorded: few lanes without a gap, few pieces, no crowd of marks', () => {
    const [, cell] = syntheticCrowdRecord({ workers: 64, kind: 'threads', tasks: 5_000 }).cells;
    const { lanes, left, totalNs } = glimpseOf(cell!);
    expect([lanes.length, left]).toEqual([8, 56]);
    for (const { spans, served } of lanes) {
      expect(spans.length).toBeLessThanOrEqual(130);
      expect(served.length).toBeLessThanOrEqual(12);
      for (const [index, { endNs }] of spans.entries()) expect(endNs).toBe(spans[index + 1]?.startNs ?? endNs);
    }
    expect(JSON.stringify(lanes).length).toBeLessThan(150_000);
    expect(totalNs).toBeGreaterThan(0);
  });
});
