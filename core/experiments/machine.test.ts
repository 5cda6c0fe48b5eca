import { describe, expect, it } from 'vitest';
import { definitionFor } from './definition-for';
import { experiments } from './index';
import { beyondCores, coresFor, gainOn } from './machine';

describe('what a machine offers', () => {
  it.each([
    [8, null, { cores: 8 }],
    [8, 16, { cores: 8 }],
    [8, 8, { cores: 8 }],
    [8, 2.5, { cores: 2, quotaCores: 2.5 }],
    [2, 0.5, { cores: 1, quotaCores: 0.5 }],
  ])('%d cores under a quota of %j', (available, quota, expected) => {
    expect(coresFor(available, quota)).toEqual(expected);
  });

  it('is a gain for sure where two workers have a core each', () => {
    expect([gainOn(1), gainOn(2), gainOn(64)]).toEqual(['not-faster', 'faster', 'faster']);
    expect([gainOn(1, 0.5), gainOn(1, 1.5), gainOn(2, 2), gainOn(2, 2.5)]).toEqual([
      'open',
      'open',
      'faster',
      'faster',
    ]);
    expect([beyondCores(), beyondCores(2.5)]).toEqual(['not-faster', 'open']);
  });

  it.each(Object.keys(experiments))(
    'has %s expect no gain of computing on one core, and none for sure below two',
    (id) => {
      // Where tasks wait, more at once gain on one core too.
      const waits = ['requests', 'queries', 'mixed', 'first-course', 'waiting', 'slow'];
      const aboutCores = ['threads', 'processes', 'pool'];
      for (const place of [{ cores: 1 }, { cores: 1, quotaCores: 1.5 }]) {
        const found = definitionFor({ experiment: id, preset: 'standard', ...place });
        for (const part of found?.parts ?? []) {
          if (part.headline === 'passing-time' || part.headline === 'frame-gap' || part.headline === 'lateness')
            continue;
          for (const { condition, expect: theory } of part.comparisons) {
            if (waits.includes(part.id) || !aboutCores.some((word) => condition.includes(word))) continue;
            expect(theory, `${part.id}: ${condition}`).not.toBe('faster');
          }
        }
      }
    },
  );
});
