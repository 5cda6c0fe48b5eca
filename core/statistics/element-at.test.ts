import { expect, it } from 'vitest';
import { elementAt } from './element-at';

it('reads elements of lists and typed arrays', () => {
  expect(elementAt([5, 6], 1)).toBe(6);
  expect(elementAt(Float64Array.of(0.5), 0)).toBe(0.5);
});

it.each([-1, 2, 0.5, NaN])('refuses index %s of a list of two', (index) => {
  expect(() => elementAt([5, 6], index)).toThrow(RangeError);
});
