import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortSamples } from './sorted-samples';

describe('sortSamples', () => {
  it('sorts by value, not by spelling, and leaves the given list alone', () => {
    const values = [100, 9, -1, 25];
    expect(sortSamples(values)).toEqual([-1, 9, 25, 100]);
    expect(values).toEqual([100, 9, -1, 25]);
  });

  it('keeps one sample and equal samples', () => {
    expect(sortSamples([3])).toEqual([3]);
    expect(sortSamples([2, 2, 2])).toEqual([2, 2, 2]);
  });

  it.each([[[]], [[1, NaN]], [[Infinity, 1]], [[1, -Infinity]]])('refuses %s', (values) => {
    expect(() => sortSamples(values)).toThrow(RangeError);
  });

  it('puts any samples in ascending order without losing one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
        const sorted = sortSamples(values);
        expect(sorted.every((value, index) => index === 0 || (sorted[index - 1] ?? NaN) <= value)).toBe(true);
        for (const value of values) {
          expect(sorted.filter((other) => other === value)).toHaveLength(
            values.filter((other) => other === value).length,
          );
        }
      }),
    );
  });
});
