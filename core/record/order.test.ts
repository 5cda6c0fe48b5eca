import { describe, expect, it } from 'vitest';
import { eggsAndToast } from '../experiments/eggs-and-toast/definition';
import { cellOrder } from './order';

const cellsPerRound = eggsAndToast.parts.reduce((sum, part) => sum + part.conditions.length, 0);

describe('cellOrder', () => {
  it('has every cell exactly once in the warm-up and in every round', () => {
    const order = cellOrder(eggsAndToast, 7, 3);
    expect(order).toHaveLength(8 * cellsPerRound);
    for (let round = 0; round <= 7; round++) {
      const cells = order.filter(([r]) => r === round).map(([, part, condition]) => `${part}/${condition}`);
      expect(new Set(cells).size).toBe(cellsPerRound);
    }
  });

  it('is the same for the same seed and another for another seed', () => {
    expect(cellOrder(eggsAndToast, 7, 3)).toEqual(cellOrder(eggsAndToast, 7, 3));
    expect(cellOrder(eggsAndToast, 7, 3)).not.toEqual(cellOrder(eggsAndToast, 7, 4));
  });

  it('shuffles: rounds do not repeat one order', () => {
    const order = cellOrder(eggsAndToast, 7, 3);
    const rounds = Array.from({ length: 8 }, (_, r) =>
      JSON.stringify(order.filter(([x]) => x === r).map(([, p, c]) => [p, c])),
    );
    expect(new Set(rounds).size).toBeGreaterThan(4);
  });
});
