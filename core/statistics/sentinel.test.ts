import { describe, expect, it } from 'vitest';
import { slowSentinels } from './sentinel';

describe('slowSentinels', () => {
  it('flags durations above 1.3 times the median, by index', () => {
    expect(slowSentinels([5_000_000, 9_000_000, 5_100_000, 4_900_000, 5_000_000, 6_600_000])).toEqual([1, 5]);
  });

  it('does not flag exactly 1.3 times the median, nor a fast one', () => {
    expect(slowSentinels([10, 10, 10, 13, 2])).toEqual([]);
    expect(slowSentinels([10, 10, 10, 13.001])).toEqual([3]);
  });

  it('flags nothing without sentinels, for a single one and for equal ones', () => {
    expect(slowSentinels([])).toEqual([]);
    expect(slowSentinels([7])).toEqual([]);
    expect(slowSentinels([7, 7, 7])).toEqual([]);
  });

  it('of two flags the slower one only if it is far slower', () => {
    expect(slowSentinels([10, 12])).toEqual([]);
    // Their median is 20, its 1.3-fold 26.
    expect(slowSentinels([10, 30])).toEqual([1]);
  });

  it('refuses durations that are not finite', () => {
    expect(() => slowSentinels([1, NaN])).toThrow(RangeError);
  });
});
