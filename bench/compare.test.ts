import { expect, test } from 'vitest';
import { changesTable, compared } from './compare';
import type { Figure } from './figures';

const one = (estimate: number, low: number | null, high: number | null, name = 'trip'): Figure => ({
  part: 'pools',
  name,
  unit: 'us',
  estimate,
  low,
  high,
  n: 7,
  of: 'blocks',
});

test('an exact earlier figure only divides the interval', () => {
  const [change] = compared([one(20, 10, 40)], [one(10, 10, 10)]);
  expect(change?.ratio).toBeCloseTo(2);
  expect(change?.low).toBeCloseTo(1);
  expect(change?.high).toBeCloseTo(4);
});

test('the uncertainty of both widens it, each side by the one that faces it', () => {
  const [change] = compared([one(10, 5, 10)], [one(10, 10, 20)]);
  expect(change?.low).toBeCloseTo(2 ** -Math.SQRT2);
  expect(change?.high).toBeCloseTo(1);
});

test('figures without an interval have a ratio alone, unknown ones are left out', () => {
  const changes = compared([one(10, null, null), one(1, 1, 1, 'other')], [one(5, 4, 6)]);
  expect(changes).toEqual([{ part: 'pools', name: 'trip', ratio: 2, low: null, high: null }]);
  expect(changesTable(changes)).toContain('| pools | trip | 2.000 | - |');
});
