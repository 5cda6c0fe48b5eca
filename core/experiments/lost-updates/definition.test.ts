import { describe, expect, it } from 'vitest';
import { analyse } from '../../analysis/analysis';
import { claimSourceOf, machineOf } from '../../claims/claim-source';
import { judgeClaims } from '../../claims/judge-claims';
import { namesOf } from '../../words/names';
import {
  syntheticUpdatesRecord as recordOf,
  updatesAsTheorySays as asTheorySays,
  type LostShares,
} from '../../testing/synthetic-updates';
import { lostUpdates } from './definition';
import { lostUpdatesFigures } from './figures';
import { observe } from './questions';

function contextOf(record: ReturnType<typeof recordOf>) {
  const { definition: experiment } = record;
  return { record, analysis: analyse(record), experiment, names: namesOf('lost-updates') };
}

function levels(record: ReturnType<typeof recordOf>): Record<string, string> {
  const { parts } = analyse(record);
  return Object.fromEntries(parts.flatMap((part) => part.levels).map(({ condition, finding }) => [condition, finding]));
}

describe('lost-updates', () => {
  it.each([2, 3, 64])('finds what theory says on %d cores', (cores) => {
    const record = recordOf(cores);
    expect(Object.values(levels(record))).toEqual(Array(8).fill('as-expected'));
    const verdicts = analyse(record).parts.flatMap((part) => part.verdicts);
    expect(verdicts.find(({ condition }) => condition === 'owner')?.finding).toBe('as-expected');
    expect(verdicts.find(({ condition }) => condition === 'promise-lock')?.finding).toBe('as-expected');
    // What nobody predicts is measured, whichever way it comes out.
    expect(verdicts.find(({ condition }) => condition === 'mutex')?.finding).toBe('measured');
  });

  it('asks nothing of unprotected threads that take turns on one core, or in a quota', () => {
    expect(levels(recordOf(1))['unprotected']).toBeUndefined();
    const { parts } = lostUpdates(8, { quotaCores: 1.5 });
    expect(parts[0]?.levels?.map(({ condition }) => condition)).not.toContain('unprotected');
  });

  it('finds the opposite: nothing is lost without protection, and something with it', () => {
    const found = levels(recordOf(2, { atomics: 0.1, mutex: 0.1, owner: 0.1, 'one-step': 0.1, 'promise-lock': 0.1 }));
    expect(found).toMatchObject({ unprotected: 'opposite', atomics: 'opposite', mutex: 'opposite', owner: 'opposite' });
    expect(found).toMatchObject({ 'across-await': 'opposite', 'one-step': 'opposite', 'promise-lock': 'opposite' });
  });

  it('answers what is asked of the run by counting all trials', () => {
    const { options, values } = observe(contextOf(recordOf(2)));
    expect(options.filter(({ truth }) => truth === 'right').map(({ id }) => id)).toEqual(['unprotected']);
    expect(values).toMatchObject({ lossy: 1050, trials: 1050 });
    const none = observe(contextOf(recordOf(2, {})));
    expect(none.options.filter(({ truth }) => truth === 'right').map(({ id }) => id)).toEqual(['none']);
    expect(none.telling).toBe('toldNone');
  });

  it('says of one thread: no race within a step, but across an await; and threads must coordinate', () => {
    const verdict = (number: number, lost: LostShares) => {
      const record = recordOf(2, lost);
      const source = claimSourceOf(record, analyse(record));
      return judgeClaims([source], machineOf(record.environment)).claims.find((one) => one.number === number)?.verdict;
    };
    expect(verdict(8, asTheorySays)).toBe('supported-with-conditions');
    expect(verdict(8, {})).toBe('supported');
    expect(verdict(8, { 'one-step': 0.5, 'across-await': 0.5 })).toBe('not-supported');
  });
});

describe('the figures of lost-updates', () => {
  const figures = lostUpdatesFigures(contextOf(recordOf(2)));
  const figure = (name: string) => figures.find((one) => one.name === name);

  it('count every measured trial once', () => {
    const trials = figure('trials-threads');
    if (trials?.kind !== 'matrix') throw new Error('no table of trials');
    expect(trials.table.rows.map(([name, count]) => [name, count])).toContainEqual(['Unprotected', 1050]);
    const unprotected = trials.rows[0]?.cells.map(({ lines }) => lines);
    // 40 % lost: in the fifth column, "up to 40 %".
    expect(unprotected).toEqual([
      ['0'],
      ['0'],
      ['0'],
      ['0'],
      ['1050'],
      ['0'],
      ['0'],
      ['1050 of 1050', '[99.6, 100] %'],
    ]);
    expect(trials.rows[1]?.cells.at(-1)?.lines).toEqual(['0 of 1050', '[0, 0.4] %']);
  });

  it('mark where the invariant breaks, and claim no order after it', () => {
    const lanes = figure('lanes-recorded');
    if (lanes?.kind !== 'rows') throw new Error('no lanes');
    const bars = (row: number) => lanes.rows[row]?.bar?.map(({ from, label }) => [from, label?.text]);
    expect(lanes.rows[0]).toMatchObject({ isHeading: true });
    expect(bars(1)).toEqual([
      [0, 'holds'],
      [4, 'breaks'],
    ]);
    expect(bars(2)).toEqual([
      [0, '0 → 1'],
      [2, '2 → 3'],
      [4, '4 → 5'],
      [5, 'order not told'],
    ]);
    expect(bars(3)?.[2]).toEqual([4, '4 → 5']);
    // Fixed: nothing breaks, and everything is in order.
    expect(bars(5)).toEqual([[0, 'holds']]);
    expect(lanes.caption).toContain('700 of 700 trials');
  });
});
