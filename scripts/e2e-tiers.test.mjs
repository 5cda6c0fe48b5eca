import { expect, it } from 'vitest';
import { sortedByTier } from './e2e-tiers.mjs';

it('counts the tests of each tier, and names those that belong to none or to two', () => {
  const spec = (/** @type {string[]} */ ...tags) => ({ title: tags.join(), file: 'a.spec.ts', tags });
  const { counts, wrong } = sortedByTier([
    spec('short'),
    spec('@short', 'slow'),
    spec('rest'),
    spec(),
    spec('short', 'long'),
  ]);
  expect(counts).toEqual({ short: 2, rest: 1, packaged: 0, installed: 0, long: 0, faults: 0 });
  expect(wrong).toEqual(['a.spec.ts: "" belongs to no tier', 'a.spec.ts: "short,long" belongs to short and long']);
});
