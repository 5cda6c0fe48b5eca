import { describe, expect, it } from 'vitest';
import { analyse } from '../../analysis/analysis';
import { claimSourceOf, machineOf } from '../../claims/claim-source';
import { judgeClaims } from '../../claims/judge-claims';
import type { CellRecord } from '../../record/events';
import type { TableRecord } from '../../record/findings';
import { syntheticTasksRecord } from '../../testing/synthetic-tasks';
import { insidesThatDoNotFollow } from '../../verify/inside-cells';
import { philosophers, sharedStove } from './definition';
import { dinnersOf, firstDeadlock } from './dinners';

/** What an invented machine does: deadlocked dinners of ten by condition, share blocked by a lock, totals in ms. */
interface Invented {
  readonly deadlocks?: Readonly<Record<string, number>>;
  readonly waits?: Readonly<Record<string, number>>;
  readonly totalMs?: Readonly<Record<string, number>>;
  readonly cores?: number;
}

const round = Array.from({ length: philosophers }, (_, who) => {
  return { who, lock: (who + 1) % philosophers, heldBy: (who + 1) % philosophers };
});

function judged({ deadlocks = { naive: 4 }, waits = { 'one-lock': 0.5 }, totalMs = {}, cores = 2 }: Invented = {}) {
  const idOf = (condition: string): string => condition.replace(/-again$/, '');
  const totals: Readonly<Record<string, number>> = {
    'one-lock': cores > 1 ? 120 : 122,
    'own-locks': cores > 1 ? 60 : 121,
    ...totalMs,
  };
  const shape = (cell: CellRecord): CellRecord => {
    const id = idOf(cell.condition);
    const blockedNs = Math.round((cell.endNs - cell.startNs) * (waits[id] ?? 0) * (1 + (cell.round % 3) / 100));
    const workers = cell.workers.map((worker) => {
      const at = cell.startNs + blockedNs;
      const blocked = { state: 'blocked', startNs: cell.startNs, endNs: at, reason: 'lock' } as const;
      const busy = { state: 'busy', startNs: at, endNs: cell.endNs } as const;
      return { ...worker, spans: blockedNs > 0 ? [blocked, busy] : [busy] };
    });
    const found: TableRecord['deadlocks'] = Array.from({ length: deadlocks[id] ?? 0 }, (_, dinner) => ({
      dinner,
      cycle: round,
    }));
    const table = { dinners: 10, putBack: id === 'time-out' ? 3 : 0, deadlocks: found };
    return { ...cell, workers, ...(cell.part === 'table' && { table }) };
  };
  const experiment = sharedStove(cores);
  const record = syntheticTasksRecord(experiment, { cores, totalMs: (_part, id) => totals[idOf(id)] ?? 100, shape });
  const analysis = analyse(record);
  const { claims } = judgeClaims([claimSourceOf(record, analysis)], machineOf(record.environment));
  return {
    record,
    levels: Object.fromEntries(
      analysis.parts.flatMap(({ levels }) => levels.map((one) => [`${one.condition} ${one.measure}`, one.finding])),
    ),
    comparisons: analysis.parts.flatMap(({ verdicts }) =>
      verdicts.map(({ condition, finding }) => [condition, finding]),
    ),
    evidence: claims.find(({ number }) => number === 3)?.evidence.map(({ outcome }) => outcome),
  };
}

describe('shared-stove', () => {
  it.each([2, 64])('finds everything as theory says, on %d cores', (cores) => {
    const { levels, comparisons, evidence } = judged({ cores });
    expect(new Set(Object.values(levels))).toEqual(new Set(['as-expected']));
    expect(Object.keys(levels)).toHaveLength(5);
    expect(comparisons).toEqual([
      ['own-locks', 'as-expected'],
      ['naive', 'no-difference'],
      ['time-out', 'no-difference'],
    ]);
    expect(evidence).toEqual(['supports', 'supports']);
  });

  it('asks on one core for no gain, and not how long threads wait under one lock', () => {
    const { levels, comparisons } = judged({ cores: 1 });
    expect(levels).not.toHaveProperty('one-lock lock-wait');
    expect(comparisons[0]).toEqual(['own-locks', 'as-expected']);
  });

  it('says the opposite where nothing deadlocks, or the ordered table does', () => {
    const { levels, evidence } = judged({ deadlocks: { ordered: 1 } });
    expect(levels['naive deadlock-share']).toBe('opposite');
    expect(levels['ordered deadlock-share']).toBe('opposite');
    expect(evidence).toEqual(['supports', 'contradicts']);
  });

  it('says the opposite where nobody waits for the one lock, and a lock for each is slower', () => {
    const { levels, comparisons } = judged({ waits: { 'own-locks': 0.3 }, totalMs: { 'own-locks': 200 } });
    expect(levels['one-lock lock-wait']).toBe('opposite');
    expect(levels['own-locks lock-wait']).toBe('opposite');
    expect(comparisons[0]).toEqual(['own-locks', 'opposite']);
  });

  it('counts dinners, deadlocks and forks put back over all measured rounds, and knows the first cycle', () => {
    const { record } = judged();
    expect(dinnersOf(record)).toEqual([
      { table: 'naive', dinners: 70, deadlocked: 28, putBack: 0, rounds: 7 },
      { table: 'time-out', dinners: 70, deadlocked: 0, putBack: 21, rounds: 7 },
      { table: 'ordered', dinners: 70, deadlocked: 0, putBack: 0, rounds: 7 },
    ]);
    expect(firstDeadlock(record)).toEqual({ round: 1, dinner: 0, cycle: round });
    expect(firstDeadlock(judged({ deadlocks: {} }).record)).toBeUndefined();
  });
});

describe('a table that contradicts itself', () => {
  const codesAfter = (change: (table: TableRecord) => TableRecord): readonly string[] => {
    const { record } = judged();
    const cells = record.cells.map((cell) =>
      cell.condition === 'naive' && cell.table ? { ...cell, table: change(cell.table) } : cell,
    );
    const codes = [...insidesThatDoNotFollow({ ...record, cells })].map(({ code }) => code);
    return [...new Set(codes.filter((code) => code.startsWith('deadlock')))];
  };

  it.each<[string, (table: TableRecord) => TableRecord]>([
    ['deadlock-dinner', (table) => ({ ...table, dinners: 2 })],
    ['deadlock-dinner', (table) => ({ ...table, deadlocks: table.deadlocks.map((one) => ({ ...one, dinner: 0 })) })],
    [
      'deadlock-cycle',
      (table) => ({ ...table, deadlocks: table.deadlocks.map((one) => ({ ...one, cycle: one.cycle.slice(1) })) }),
    ],
    ['deadlock-cycle', (table) => ({ ...table, deadlocks: table.deadlocks.map((one) => ({ ...one, cycle: [] })) })],
  ])('has %s', (code, change) => {
    expect(codesAfter(change)).toEqual([code]);
  });

  it('is not one that is as it was measured', () => {
    expect(codesAfter((table) => table)).toEqual([]);
  });
});
