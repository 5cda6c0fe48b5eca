import { describe, expect, it } from 'vitest';
import { analyse } from '../analysis/analysis';
import type { CellRecord, Disturbance } from '../record/events';
import type { RunRecord } from '../record/record';
import { syntheticRecord } from '../testing/synthetic-record';
import { plainCell, type Table } from './blocks';
import { namesOf } from './names';
import { resultSections } from './sections';
import { slownessLines } from './slowness';

const names = namesOf('eggs-and-toast');
const silent: Disturbance = {
  observedNs: 400_000_000,
  sentinelWaitedNs: null,
  throttles: null,
  throttledNs: null,
  otherNs: null,
};

/** A record whose every cell tells what is given; in round 3 the sentinels are slow. */
function told(waitedNs: (cell: CellRecord) => number | null, disturbance: Disturbance): RunRecord {
  const record = syntheticRecord({ rounds: 7, prediction: 'skipped' });
  const cells = record.cells.map((cell) => ({
    ...cell,
    ...(cell.round === 3 && { sentinelBeforeNs: 9_000_000 }),
    workers: cell.workers.map((worker) => ({ ...worker, waitedNs: waitedNs(cell) })),
    disturbance,
  }));
  return { ...record, cells };
}

function sectionsOf(record: RunRecord) {
  return resultSections({ record, analysis: analyse(record), experiment: record.definition, names });
}

function tables(record: RunRecord, section: string): Table[] {
  const found = sectionsOf(record).find(({ id }) => id === section)?.blocks ?? [];
  return found.flatMap((block) => (block.kind === 'table' ? [block.table] : []));
}

function columnOf(table: Table | undefined, label: string): string[] {
  const at = table?.columns.findIndex((column) => column.label === label) ?? -1;
  return at < 0 ? [] : (table?.rows.map((row) => plainCell(row[at] ?? '')) ?? []);
}

describe('waiting for a core in words', () => {
  it('is not there in records made before it was read', () => {
    const old = syntheticRecord({ prediction: 'skipped' });
    expect(analyse(old).flagged).toBeUndefined();
    expect(columnOf(tables(old, 'states')[0], 'Waited for a core')).toEqual([]);
    expect(JSON.stringify(sectionsOf(old))).not.toMatch(/Waited for a core|flagged as slow/i);
  });

  it('is a total on busy, in the states and in the totals', () => {
    const record = told(() => 60_000_000, { ...silent, sentinelWaitedNs: 0 });
    for (const section of ['states', 'totals']) {
      const waited = columnOf(tables(record, section)[0], 'Waited for a core');
      expect(waited.length).toBeGreaterThan(0);
      for (const text of waited) expect(text).toMatch(/^[\d.]+ ms of [\d.]+ ms busy$|^[\d.]+ ms, busy [\d.]+ ms$/);
      expect(waited[0]).toMatch(/^60\.0 ms/);
    }
  });

  it('is "not told by this system" where it is not, also of the reasons', () => {
    const record = told(() => null, silent);
    for (const text of columnOf(tables(record, 'states')[0], 'Waited for a core')) {
      expect(text).toBe('not told by this system');
    }
    const why = columnOf(tables(record, 'warnings')[0], 'Why it was slow');
    expect(why.length).toBeGreaterThan(0);
    expect(new Set(why)).toEqual(new Set(['This system has no counters that could show why.']));
  });

  it('gives every flagged execution one sentence, on the page and, the first of them, on a terminal', () => {
    const record = told((cell) => (cell.round === 3 ? 200_000_000 : 0), { ...silent, sentinelWaitedNs: 0 });
    const analysis = analyse(record);
    const flagged = analysis.flagged ?? [];
    expect(flagged.map(({ round }) => round)).toEqual(flagged.map(() => 3));
    expect(flagged).toHaveLength(record.cells.filter(({ round }) => round === 3).length);
    const why = columnOf(tables(record, 'warnings')[0], 'Why it was slow');
    expect(why).toHaveLength(flagged.length);
    for (const text of why) expect(text).toMatch(/^A worker waited 200 ms of [\d.]+ ms for a core, usually 0 ns\.$/);
    const lines = slownessLines(analysis, names, 2);
    expect(lines).toHaveLength(4);
    expect(lines[0]).toBe(`Flagged as slow: ${flagged.length}. waited for a core: ${flagged.length}.`);
    expect(lines.join('')).not.toMatch(/[{}]|undefined|results\./);
  });

  it('does not call an execution slow that was fast', () => {
    const record = told(() => 0, { ...silent, sentinelWaitedNs: 0 });
    const [first] = record.cells.filter(({ round, repetition }) => round === 2 && repetition === 0);
    if (!first) throw new Error('no cell');
    const fast = { ...first, endNs: first.startNs + 1_000_000, workers: [], tasks: [] };
    const cells = record.cells.map((cell) => (cell === first ? fast : cell));
    const flagged = analyse({ ...record, cells }).flagged ?? [];
    const isFast = ({ part, condition, round }: { part: string; condition: string; round: number }): boolean =>
      part === fast.part && condition === fast.condition && round === fast.round;
    expect(
      analyse({ ...record, cells }).parts.some(({ conditions }) =>
        conditions.some(({ outliers }) => outliers.length > 0),
      ),
    ).toBe(true);
    expect(flagged.filter(isFast)).toEqual([]);
  });
});
