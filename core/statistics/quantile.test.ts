import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median, medianOfSorted, quantile } from './quantile';
import { sortSamples } from './sorted-samples';

const finite = fc.double({ noNaN: true, min: -1e9, max: 1e9 });
const share = fc.double({ noNaN: true, min: 0, max: 1 });

describe('quantile', () => {
  // NumPy 2.4.6: numpy.quantile([3.1, 2.7, 9.4, 4.4, 12.8, 5.05, 1.2], q), whose default method is "linear", type 7.
  it.each([
    [0, 1.2],
    [0.025, 1.425],
    [0.1, 2.1],
    [0.25, 2.9],
    [0.5, 4.4],
    [0.75, 7.225],
    [0.9, 10.76],
    [1, 12.8],
  ])('of seven samples at %s is %s, as NumPy has it', (q, expected) => {
    expect(quantile(sortSamples([3.1, 2.7, 9.4, 4.4, 12.8, 5.05, 1.2]), q)).toBeCloseTo(expected, 12);
  });

  // NumPy 2.4.6: numpy.quantile([14.2, 2.5, 7.75, 9.1], [.1, .25, .5, .975])
  it.each([
    [0.1, 4.075],
    [0.25, 6.4375],
    [0.5, 8.425],
    [0.975, 13.8175],
  ])('of four samples at %s is %s, as NumPy has it', (q, expected) => {
    expect(quantile(sortSamples([14.2, 2.5, 7.75, 9.1]), q)).toBeCloseTo(expected, 12);
  });

  it.each([0, 0.3, 0.5, 1])('of one sample at %s is that sample', (q) => {
    expect(quantile(sortSamples([8]), q)).toBe(8);
  });

  it.each([
    [0, 10],
    [0.25, 12.5],
    [1, 20],
  ])('of two samples at %s is on the line between them: %s', (q, expected) => {
    expect(quantile(sortSamples([20, 10]), q)).toBe(expected);
  });

  it.each([-0.001, 1.001, NaN])('refuses q = %s', (q) => {
    expect(() => quantile(sortSamples([1, 2]), q)).toThrow(RangeError);
  });

  it('of equal samples is exactly that value', () => {
    fc.assert(
      fc.property(finite, fc.integer({ min: 1, max: 20 }), share, (value, count, q) => {
        const equal = sortSamples(Array.from({ length: count }, () => value));
        // Not toBe, which tells 0 from -0.
        expect(quantile(equal, q) === value).toBe(true);
      }),
    );
  });

  it('never falls when q rises, and stays within the samples', () => {
    fc.assert(
      fc.property(fc.array(finite, { minLength: 1, maxLength: 40 }), share, share, (values, one, other) => {
        const sorted = sortSamples(values);
        const low = quantile(sorted, Math.min(one, other));
        const high = quantile(sorted, Math.max(one, other));
        // Interpolating between two numbers rounds in the last place, here at most 1e-6 for values up to 1e9.
        expect(low).toBeLessThanOrEqual(high + 1e-6);
        expect(low).toBeGreaterThanOrEqual(Math.min(...values) - 1e-6);
        expect(high).toBeLessThanOrEqual(Math.max(...values) + 1e-6);
      }),
    );
  });
});

describe('median', () => {
  it('is the middle sample, or the mean of the two in the middle', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([9, 1, 5, 6])).toBe(5.5);
    expect(median([4])).toBe(4);
    expect(median([4, 7])).toBe(5.5);
    expect(median([3, 3, 3])).toBe(3);
  });

  it('is the same for samples that are sorted already', () => {
    expect(medianOfSorted(sortSamples([9, 1, 5, 6]))).toBe(5.5);
  });

  it('refuses no samples', () => {
    expect(() => median([])).toThrow(RangeError);
  });
});
