import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marksOf, percentScale, positionOf, sizeScale, valueAt } from './scale-geometry';

describe('a scale of sizes', () => {
  const scale = sizeScale(1e3, 1e9);

  it('has ten positions in a power of ten, and says two digits', () => {
    expect(scale.steps).toBe(60);
    expect([0, 1, 10, 33, 60].map((at) => valueAt(scale, at))).toEqual([1e3, 1.3e3, 1e4, 2e6, 1e9]);
  });

  it('finds every position again', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 60 }), (at) => positionOf(scale, valueAt(scale, at)) === at));
  });

  it('ends at its ends', () => {
    expect([-5, 70].map((at) => valueAt(scale, at))).toEqual([1e3, 1e9]);
    expect([1, 1e12].map((value) => positionOf(scale, value))).toEqual([0, 60]);
  });

  it('has a mark at each power of ten, with names that have room', () => {
    const marks = marksOf(scale);
    expect(marks.map(({ value }) => Math.round(Math.log10(value)))).toEqual([3, 4, 5, 6, 7, 8, 9]);
    expect(marks.filter(({ isNamed }) => isNamed).map(({ value }) => Math.round(Math.log10(value)))).toEqual([3, 6, 9]);
  });
});

describe('a scale of per cent', () => {
  it('begins at zero, in halves where it is short', () => {
    const scale = percentScale(30);
    expect([0, 1, 7, 60].map((at) => valueAt(scale, at))).toEqual([0, 0.5, 3.5, 30]);
    expect(valueAt(percentScale(300), 125)).toBe(125);
  });
});
