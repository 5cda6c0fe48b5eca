import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { standardChoice } from '../../experiments/workbench/choice';
import { definitionSchema } from '../definition';
import { rulesSchema } from '../../rules/rules';
import { definitionsOf010 } from './definitions-0.1.0';
import { formatOf, upgraded } from './upgrade';

/** What the upgrade adds to a record of format 1 with this plan. */
function added(plan: object) {
  const before = { schemaVersion: 1, plan, title: 'as it is' };
  const after = upgraded(before) as Readonly<Record<string, unknown>>;
  expect(before).toEqual({ schemaVersion: 1, plan, title: 'as it is' });
  expect(after).toMatchObject({ schemaVersion: 2, plan, title: 'as it is' });
  expect(v.is(rulesSchema, after['rules'])).toBe(true);
  return after['definition'] === undefined ? undefined : v.parse(definitionSchema, after['definition']);
}

describe('upgrading a record of format 1', () => {
  it.each([...Object.keys(definitionsOf010), 'many-cooks'])('adds the definition of 0.1.0: %s', (experiment) => {
    for (const cores of [undefined, 1, 2, 3, 5, 64]) {
      for (const preset of ['quick', 'standard', 'thorough']) {
        expect(added({ experiment, preset, cores })).toMatchObject({ id: experiment, smallestDifference: 0.01 });
      }
    }
  });

  it('takes the definition of that many cores, without what the preset left out', () => {
    const conditions = (cores: number, preset: string) =>
      added({ experiment: 'many-cooks', preset, cores })?.conditions.map(({ id }) => id);
    expect(conditions(6, 'standard')).toEqual([1, 2, 3, 4, 6, '6-again', 12].map((threads) => `threads-${threads}`));
    expect(conditions(6, 'quick')).toEqual([1, 2, 4, 6, '6-again', 12].map((threads) => `threads-${threads}`));
    const threads = (cores: number) =>
      added({ experiment: 'async-is-not-parallel', preset: 'quick', cores })?.conditions.at(-1)?.seats.length;
    expect([1, 2, 3, 4, 16].map(threads)).toEqual([2, 2, 3, 4, 4]);
    const quick = added({ experiment: 'hidden-helpers', preset: 'quick', cores: 2 });
    expect(quick?.conditions.some(({ id }) => id === 'pool-8')).toBe(false);
    expect(quick?.parts[0]?.comparisons.some(({ condition }) => condition === 'pool-8')).toBe(false);
    const sizes = added({ experiment: 'break-even', preset: 'quick', cores: 2 })?.parts.map(({ id }) => id);
    expect(sizes).toEqual(['size-100', 'size-1000', 'size-10000']);
  });

  it('makes the definition of a choice of the Workbench', () => {
    const workbench = { ...standardChoice, strategies: ['sync', 'async-chunked', 'threads-async'], inFlight: [2, 4] };
    const definition = added({ experiment: 'workbench', preset: 'quick', workbench });
    expect(definition?.conditions.map(({ id }) => id)).toEqual([
      'sync',
      'async-chunked-2',
      'async-chunked-4',
      'threads-async-2-2',
      'threads-async-2-4',
      'sync-again',
    ]);
    expect(definition?.parts[0]?.work?.chunkMs).toBe(standardChoice.chunkMs);
  });

  it('adds no definition where 0.1.0 had none', () => {
    for (const plan of [
      { experiment: 'soup', preset: 'quick' },
      { experiment: 'constructor', preset: 'quick' },
      { experiment: 'workbench', preset: 'quick' },
      { experiment: 'workbench', preset: 'quick', workbench: {} },
      {},
    ]) {
      expect(added(plan)).toBeUndefined();
    }
  });

  it('leaves alone what is of no older format', () => {
    for (const other of [undefined, null, 7, 'text', [], {}, { schemaVersion: 2 }, { schemaVersion: 99 }]) {
      expect(upgraded(other)).toBe(other);
    }
    expect([formatOf({ schemaVersion: 1 }), formatOf({ schemaVersion: '1' }), formatOf(null)]).toEqual([
      1,
      undefined,
      undefined,
    ]);
  });
});
