import { describe, expect, it } from 'vitest';
import { experiments } from '../experiments';
import { findKeys } from '../texts/translate';
import { newSituations } from './new-situations';

const ids = Object.keys(experiments);
const seeds = Array.from({ length: 40 }, (_, seed) => seed);

describe.each(ids)('the new situations of %s', (id) => {
  it('have the same order for the same seed, whatever is asked before', () => {
    const order = (seed: number) => newSituations(id, seed).map(({ options }) => options.map((one) => one.id));
    expect(order(7)).toEqual(order(7));
    expect(new Set(seeds.map((seed) => JSON.stringify(order(seed)))).size).toBeGreaterThan(10);
  });

  it('have the right answer in every place for some seed, and lose no option', () => {
    for (const [index, { options, id: situation }] of newSituations(id, 0).entries()) {
      const all = findKeys(`experiments.${id}.questions.transfer.${situation}.options`);
      const places = seeds.map((seed) => {
        const asked = newSituations(id, seed)[index];
        expect(asked?.options.map((one) => one.id).toSorted()).toEqual(all.toSorted());
        return asked?.options.findIndex((one) => asked.feedbackOf(one.id).outcome === 'right');
      });
      expect(new Set(places)).toEqual(new Set(options.keys()));
    }
  });

  it('have one right answer each', () => {
    for (const { options, feedbackOf } of newSituations(id, 1)) {
      expect(options.filter((one) => feedbackOf(one.id).outcome === 'right')).toHaveLength(1);
    }
  });
});

describe('a workable answer', () => {
  it('is not called wrong', () => {
    const [first] = newSituations('four-scenarios', 1);
    expect(first?.feedbackOf('more-threads').outcome).toBe('workable');
    expect(first?.feedbackOf('more-cores').outcome).toBe('wrong');
  });
});
