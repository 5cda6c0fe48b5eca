import { describe, expect, it } from 'vitest';
import type { RunEvent } from '@core/record/events';
import { syntheticAnswerRecord } from '@core/testing/synthetic-answer';
import { syntheticWorkbenchRecord } from '@core/testing/synthetic-workbench';
import { createNarrowing } from './narrowing';

describe('a search', () => {
  it('is followed by the cells that confirm, once, and tells which candidates it left', () => {
    const { definition, plan, cells, candidates, order } = syntheticAnswerRecord();
    const events: RunEvent[] = [];
    const narrowing = createNarrowing(definition, plan, (event) => events.push(event));
    for (const cell of cells.filter(({ round }) => round <= 3)) narrowing.add(cell);
    expect([0, 1, 2].map((round) => narrowing.after(round))).toEqual([[], [], []]);
    expect(narrowing.toCome()).toBe(9 * 12);
    const next = narrowing.after(3);
    expect(narrowing.toCome()).toBe(0);
    expect(next).toEqual(order.filter(([round]) => round > 3));
    expect(narrowing.after(4)).toEqual([]);
    expect(events).toEqual([{ type: 'narrowed', candidates, cells: next }]);
  });

  it('leaves a comparison alone', () => {
    const { definition, plan, cells } = syntheticWorkbenchRecord({ rounds: 3 });
    const narrowing = createNarrowing(definition, plan, () => expect.unreachable());
    for (const cell of cells) narrowing.add(cell);
    expect([0, 1, 2, 3].flatMap((round) => narrowing.after(round))).toEqual([]);
  });
});
