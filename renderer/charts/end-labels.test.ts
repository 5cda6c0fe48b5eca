import { describe, expect, it } from 'vitest';
import { spreadLabels } from './end-labels';

const label = (y: number, detail?: string) => ({ y, lines: detail === undefined ? ['one'] : ['one', detail] });

describe('spreadLabels', () => {
  it('leaves labels where they are that have room', () => {
    expect(spreadLabels([label(10), label(60)], 0, 200).map(({ y }) => y)).toEqual([10, 60]);
  });

  it('moves labels apart that would cover each other, in the order of their curves', () => {
    const ys = spreadLabels([label(52), label(50, 'two lines'), label(51)], 0, 200).map(({ y }) => y);
    expect(ys[1]! - ys[0]!).toBeGreaterThanOrEqual(28);
    expect(ys[2]! - ys[1]!).toBeGreaterThanOrEqual(14);
  });

  it('keeps labels inside at the top and at the bottom', () => {
    for (const at of [-50, 500]) {
      const ys = spreadLabels([label(at), label(at), label(at, 'two lines')], 0, 200).map(({ y }) => y);
      expect(Math.min(...ys)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...ys)).toBeLessThanOrEqual(207);
      expect(new Set(ys).size).toBe(3);
    }
  });
});
