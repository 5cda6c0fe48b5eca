import { describe, expect, it } from 'vitest';
import { driftRatio } from './drift';

describe('driftRatio', () => {
  it('is the median of the last third over the median of the first', () => {
    // NumPy 2.4.6: numpy.median(d[-3:]) / numpy.median(d[:3]) of these 11 values; 11 / 3 rounded down is 3.
    expect(driftRatio([10, 11, 10, 10.5, 12, 11, 12, 13, 12.5, 13.5, 12.8])).toBeCloseTo(1.28, 12);
  });

  it('of six values compares the first two with the last two', () => {
    expect(driftRatio([10, 20, 1000, 1, 30, 45])).toBe(2.5);
  });

  it('is 1 when all values are equal, below 1 when the run became faster', () => {
    expect(driftRatio([4, 4, 4, 4, 4, 4])).toBe(1);
    expect(driftRatio([8, 8, 6, 6, 4, 4])).toBe(0.5);
  });

  it.each([[[]], [[1]], [[1, 2]], [[1, 2, 3, 4, 5]]])('says nothing of %o', (values) => {
    expect(driftRatio(values)).toBeUndefined();
  });

  it('says nothing when there is no ratio', () => {
    expect(driftRatio([0, 0, 1, 1, 2, 2])).toBeUndefined();
  });

  it('refuses values that are not finite', () => {
    expect(() => driftRatio([1, 1, 1, 1, 1, NaN])).toThrow(RangeError);
  });
});
