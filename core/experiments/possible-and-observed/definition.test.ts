import { describe, expect, it } from 'vitest';
import { analyse } from '../../analysis/analysis';
import { claimSourceOf, machineOf } from '../../claims/claim-source';
import { judgeClaims } from '../../claims/judge-claims';
import type { RunRecord } from '../../record/record';
import { syntheticTasksRecord } from '../../testing/synthetic-tasks';
import { namesOf } from '../../words/names';
import { possibleAndObserved, trials } from './definition';
import { possibleAndObservedFigures } from './figures';
import { observedOutcomes } from './observed';
import { possibleOutcomes, schedulesOfFirst } from './possible';
import { observe } from './questions';

/** Invented trials, of which so many per round end with 1, by condition. */
function recordOf(cores: number, lossy: Readonly<Record<string, number>> = { 'no-lock': 60 }, rounds = 7): RunRecord {
  return syntheticTasksRecord(possibleAndObserved(cores), {
    cores,
    rounds,
    totalMs: () => 10,
    shape: (cell) => {
      const lost = lossy[cell.condition] ?? 0;
      const outcomes = [
        { outcome: '1', times: lost },
        { outcome: '2', times: trials - lost },
      ].filter(({ times }) => times > 0);
      return { ...cell, trials: { expected: 2, outcomes } };
    },
  });
}

function contextOf(record: RunRecord) {
  const { definition: experiment } = record;
  return { record, analysis: analyse(record), experiment, names: namesOf('possible-and-observed') };
}

function levels(record: RunRecord): Record<string, string> {
  const { parts } = analyse(record);
  return Object.fromEntries(parts.flatMap((part) => part.levels).map(({ condition, finding }) => [condition, finding]));
}

describe('possible-and-observed', () => {
  it.each([2, 3, 64])('finds what theory says on %d cores', (cores) => {
    const record = recordOf(cores);
    expect(levels(record)).toEqual({ 'no-lock': 'as-expected', lock: 'as-expected' });
    const verdicts = analyse(record).parts.flatMap((part) => part.verdicts);
    expect(['measured', 'no-difference']).toContain(verdicts[0]?.finding);
  });

  it('asks of threads that take turns on one core, or in a quota, only what the lock does', () => {
    expect(levels(recordOf(1, {}))).toEqual({ lock: 'as-expected' });
    const { parts, forecasts } = possibleAndObserved(8, { quotaCores: 1.5 });
    expect(parts[0]?.levels?.map(({ condition }) => condition)).toEqual(['lock']);
    expect(forecasts?.[0]).toMatchObject({ rows: [{ id: 'lock' }] });
  });

  it.each([1, 2, 64])('finds the opposite on %d cores: a lock that loses, and no loss without it', (cores) => {
    const found = levels(recordOf(cores, { lock: 3, 'lock-again': 3 }));
    expect(found['lock']).toBe('opposite');
    expect(found['no-lock']).toBe(cores === 1 ? undefined : 'opposite');
  });

  it('decides nothing from too few rounds', () => {
    const found = levels(recordOf(2, undefined, 3));
    expect(Object.values(found)).toEqual(['undecided', 'undecided']);
    expect(observe(contextOf(recordOf(2, undefined, 3))).options.map(({ truth }) => truth)).toEqual(
      Array(3).fill('open'),
    );
  });

  it.each([
    ['less', 60],
    ['same', 900],
    ['more', 990],
  ])('says of the trials against the schedules: %s', (right, lost) => {
    const { options, values } = observe(contextOf(recordOf(2, { 'no-lock': lost })));
    expect(options.filter(({ truth }) => truth === 'right').map(({ id }) => id)).toEqual([right]);
    expect(values).toMatchObject({ losing: 18, schedules: 20, times: 7 * lost, trials: 7000 });
  });

  it('speaks for the statement that threads must coordinate, on several cores', () => {
    const verdict = (lossy: Readonly<Record<string, number>>) => {
      const record = recordOf(2, lossy);
      const { claims } = judgeClaims([claimSourceOf(record, analyse(record))], machineOf(record.environment));
      return claims
        .find(({ number }) => number === 3)
        ?.evidence.find(({ rule }) => rule.experiment === 'possible-and-observed');
    };
    expect(verdict({ 'no-lock': 60 })?.outcome).toBe('supports');
    expect(verdict({})?.outcome).toBe('contradicts');
  });
});

describe('what is possible', () => {
  it('is as many schedules as the closed form says, whatever is observed', () => {
    // 6! / (3! 3!), and one thread after the other, in either order.
    expect(possibleOutcomes().map(({ condition, schedules, stuck }) => [condition, schedules, stuck])).toEqual([
      ['no-lock', 20, 0],
      ['lock', 2, 0],
    ]);
    expect(
      possibleOutcomes().map(({ outcomes }) => outcomes.map(({ counter, schedules }) => [counter, schedules])),
    ).toEqual([
      [
        [1, 18],
        [2, 2],
      ],
      [[2, 2]],
    ]);
  });

  it('is drawn by half: the schedules of the other thread are the same with the two exchanged', () => {
    for (const possible of possibleOutcomes()) {
      const half = schedulesOfFirst(possible);
      expect(2 * half.length).toBe(possible.schedules);
      for (const { counter, schedules } of possible.outcomes) {
        expect(2 * half.filter((one) => one.counter === counter).length).toBe(schedules);
      }
    }
  });
});

describe('the figures of possible-and-observed', () => {
  const figures = possibleAndObservedFigures(contextOf(recordOf(2)));

  it('count every measured trial once, in columns apart from the schedules', () => {
    const table = figures.find(({ name }) => name === 'outcomes');
    if (table?.kind !== 'matrix') throw new Error('no table');
    expect(table.rows.map(({ name, cells }) => [name, ...cells.map(({ lines }) => lines[0])])).toEqual([
      [
        'Without a lock: 1',
        '18 of 20',
        'A: load, add; B: load; A: store; B: add, store',
        '420 of 7000',
        '6 % [5.5, 6.6]',
      ],
      ['Without a lock: 2', '2 of 20', 'A: load, add, store; B: load, add, store', '6580 of 7000', '94 % [93.4, 94.5]'],
      ['With a lock: 1', '0 of 2', 'none', '0 of 7000', '0 % [0, 0.1]'],
      [
        'With a lock: 2',
        '2 of 2',
        'A: lock, load, add, store, unlock; B: lock, load, add, store, unlock',
        '7000 of 7000',
        '100 % [99.9, 100]',
      ],
    ]);
  });

  it('draw every turn of the tree once, and each path to its outcome', () => {
    const tree = figures.find(({ name }) => name === 'tree');
    if (tree?.kind !== 'rows') throw new Error('no tree');
    const paths = tree.rows.filter(({ isHeading }) => isHeading !== true);
    expect(paths).toHaveLength(11);
    expect(paths.map(({ bar = [] }) => bar.at(-1)?.label?.text)).toEqual(['2', ...Array<string>(9).fill('1'), '2']);
    // A row begins where it leaves the one above it, and goes on without a hole.
    for (const { name, bar = [] } of paths) {
      const from = bar.map((piece) => piece.from);
      expect(from, name).toEqual(from.map((_, index) => (from[0] ?? 0) + index));
      expect(from.at(-1), name).toBe(name.length);
    }
    // Of each tree the pieces are the prefixes of its paths, each once, and an outcome for each path.
    const names = paths.slice(0, 10).map(({ name }) => name);
    const prefixes = new Set(names.flatMap((name) => Array.from(name, (_, end) => name.slice(0, end + 1))));
    const pieces = paths.slice(0, 10).flatMap(({ bar = [] }) => bar);
    expect(pieces).toHaveLength(prefixes.size + names.length);
  });

  it('hold nothing observed in the tree: it is the same for every record', () => {
    const other = possibleAndObservedFigures(contextOf(recordOf(2, { 'no-lock': 500 })));
    const plain = (of: typeof figures) => JSON.stringify(of.find(({ name }) => name === 'tree'));
    expect(plain(other)).toBe(plain(figures));
  });

  it('leave out the warm-up', () => {
    const record = recordOf(2);
    expect(observedOutcomes(record.cells, 'no-lock')?.trials).toBe(7 * trials);
    expect(observedOutcomes(record.cells, 'nothing')).toBeUndefined();
  });
});
