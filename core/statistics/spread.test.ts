import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { medianAbsoluteDeviation, normalDeviationPerMad, outlierIndices, tukeyFences } from './spread';

describe('medianAbsoluteDeviation', () => {
  it('is the raw value of SciPy', () => {
    // SciPy 1.17.1: scipy.stats.median_abs_deviation([3.1, 2.7, 9.4, 4.4, 12.8, 5.05, 1.2])
    expect(medianAbsoluteDeviation([3.1, 2.7, 9.4, 4.4, 12.8, 5.05, 1.2])).toBeCloseTo(1.7, 12);
    // NumPy 2.4.6: x = [2, 4, 4, 5, 9, 30]; numpy.median(numpy.abs(x - numpy.median(x)))
    expect(medianAbsoluteDeviation([2, 4, 4, 5, 9, 30])).toBe(1.5);
  });

  it('scaled, is the value documented for R: mad(c(1:9)) is 2.9652', () => {
    expect(normalDeviationPerMad * medianAbsoluteDeviation([1, 2, 3, 4, 5, 6, 7, 8, 9])).toBeCloseTo(2.9652, 4);
  });

  it('is zero for one sample and for equal samples', () => {
    expect(medianAbsoluteDeviation([7])).toBe(0);
    expect(medianAbsoluteDeviation([7, 7, 7])).toBe(0);
  });

  it('of two samples is half their distance', () => {
    expect(medianAbsoluteDeviation([10, 14])).toBe(2);
  });

  it('refuses no samples', () => {
    expect(() => medianAbsoluteDeviation([])).toThrow(RangeError);
  });
});

describe('tukeyFences and outlierIndices', () => {
  const values = [10.1, 10.3, 9.8, 10.0, 10.2, 14.9, 9.9, 10.1, 6.2];

  it('puts the fences where NumPy does', () => {
    // NumPy 2.4.6: q1, q3 = numpy.quantile(values, [.25, .75]); (q1 - 1.5 * (q3 - q1), q3 + 1.5 * (q3 - q1))
    expect(tukeyFences(values).low).toBeCloseTo(9.45, 12);
    expect(tukeyFences(values).high).toBeCloseTo(10.65, 12);
  });

  it('flags what lies outside by its index and removes nothing', () => {
    expect(outlierIndices(values)).toEqual([5, 8]);
    expect(values).toHaveLength(9);
  });

  it('does not flag a sample on a fence', () => {
    // Quartiles 2 and 4, fences -1 and 7.
    expect(tukeyFences([2, 2, 3, 4, 4, 7, -1])).toEqual({ low: -1, high: 7 });
    expect(outlierIndices([2, 2, 3, 4, 4, 7, -1])).toEqual([]);
  });

  it('closes the fences on equal samples and then flags every other value', () => {
    expect(tukeyFences([5, 5, 5, 5])).toEqual({ low: 5, high: 5 });
    expect(outlierIndices([5, 5, 5, 5])).toEqual([]);
    expect(outlierIndices([5, 5, 5, 5, 5, 5.1])).toEqual([5]);
  });

  it('flags nothing among fewer than four samples', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 3 }), (few) => {
        expect(outlierIndices(few)).toEqual([]);
      }),
    );
  });
});
