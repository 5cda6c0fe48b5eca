import { describe, expect, it } from 'vitest';
import { ratioScale, zeroScale } from './scale';

describe('zeroScale', () => {
  it.each([
    [578, [0, 200, 400, 600]],
    [1, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [300, [0, 100, 200, 300]],
    [0, [0, 1]],
    [1e-7, [0, 2e-8, 4e-8, 6e-8, 8e-8, 1e-7]],
  ])('covers 0 to %d with round ticks', (largest, ticks) => {
    const scale = zeroScale(largest, 100, 600);
    expect(scale.ticks).toHaveLength(ticks.length);
    ticks.forEach((tick, index) => expect(scale.ticks[index]).toBeCloseTo(tick, 12));
    expect(scale.at(0)).toBe(100);
    expect(scale.at(scale.ticks.at(-1) ?? 0)).toBeCloseTo(600, 9);
    expect(scale.at(largest)).toBeLessThanOrEqual(600 + 1e-9);
  });
});

describe('ratioScale', () => {
  it('holds every value, with equal steps for equal factors', () => {
    const scale = ratioScale([0.3, 0.5, 1.1], 0, 100);
    for (const value of [0.3, 0.5, 1, 1.1]) {
      expect(scale.at(value)).toBeGreaterThanOrEqual(0);
      expect(scale.at(value)).toBeLessThanOrEqual(100);
    }
    expect(scale.ticks).toEqual([0.25, 0.5, 1, 2]);
    expect(scale.at(1) - scale.at(0.5)).toBeCloseTo(scale.at(0.5) - scale.at(0.25), 9);
  });

  it('has few ticks however wide the range, and shows 0.5 to 2 for none', () => {
    const wide = ratioScale([1e-6, 1e6], 0, 100);
    expect(wide.ticks.length).toBeLessThanOrEqual(9);
    expect(wide.ticks).toContain(1);
    expect(ratioScale([], 0, 100).at(1)).toBe(50);
  });
});
