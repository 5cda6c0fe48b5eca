import { describe, expect, it } from 'vitest';
import { wilsonInterval, wilsonPercent } from './wilson';

describe('wilsonInterval', () => {
  it.each([
    // Newcombe 1998, table I, method 3.
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [1, 29, 0.0061, 0.1718],
    [0, 20, 0, 0.1611],
    [29, 29, 0.883, 1],
  ])('of %d of %d is %d to %d', (hits, n, low, high) => {
    const interval = wilsonInterval(hits, n);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
    expect(interval.estimate).toBe(hits / n);
  });

  it('is told in per cent with one decimal', () => {
    expect(wilsonPercent(81, 263)).toEqual({ estimate: 30.8, low: 25.5, high: 36.6 });
    expect(wilsonPercent(0, 20)).toEqual({ estimate: 0, low: 0, high: 16.1 });
  });
});
