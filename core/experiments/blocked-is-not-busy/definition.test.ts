import { describe, expect, it } from 'vitest';
import { analyse } from '../../analysis/analysis';
import type { CellRecord } from '../../record/events';
import { syntheticTasksRecord } from '../../testing/synthetic-tasks';
import { blockedIsNotBusy } from './definition';

interface Spent {
  /** CPU milliseconds in a cell of 200 ms. */
  readonly cpuMs: number | ((round: number) => number) | null;
  readonly utilization: number | null;
}

const asTheory: Readonly<Record<string, Spent>> = {
  'sync-wait': { cpuMs: 0.4, utilization: 0.99 },
  'cpu-loop': { cpuMs: 200, utilization: 0.99 },
  'cpu-loop-again': { cpuMs: 204, utilization: 0.99 },
  'async-wait': { cpuMs: 0.5, utilization: 0.01 },
};

function analysed(changes: Readonly<Record<string, Spent>> = {}, rounds = 7) {
  const spent = { ...asTheory, ...changes };
  const shape = (cell: CellRecord): CellRecord => {
    const { cpuMs = null, utilization = null } = spent[cell.condition] ?? {};
    const ms = typeof cpuMs === 'function' ? cpuMs(cell.round) : cpuMs;
    const counters = { voluntarySwitches: null, involuntarySwitches: null, utilization, loopDelay: null };
    const cpuNs = ms === null ? null : Math.round(ms * 1e6);
    return { ...cell, workers: cell.workers.map((worker) => ({ ...worker, cpuNs, counters })) };
  };
  const [part] = analyse(syntheticTasksRecord(blockedIsNotBusy, { rounds, totalMs: () => 200, shape })).parts;
  if (!part) throw new Error('no part');
  return {
    part,
    verdicts: Object.fromEntries(part.verdicts.map((one) => [`${one.condition}/${one.baseline}`, one.finding])),
    levels: Object.fromEntries(part.levels.map((one) => [`${one.condition}/${one.measure}`, one.finding])),
  };
}

describe('blocked-is-not-busy', () => {
  it('tells the three apart, as theory says', () => {
    const { verdicts, levels, part } = analysed();
    expect(verdicts).toEqual({
      'sync-wait/cpu-loop': 'as-expected',
      'async-wait/cpu-loop': 'as-expected',
      'sync-wait/async-wait': 'measured',
    });
    expect(Object.keys(levels)).toHaveLength(6);
    expect(new Set(Object.values(levels))).toEqual(new Set(['as-expected']));
    const shares = part.conditions.map(({ measures }) =>
      measures.filter(({ unit }) => unit === 'share').map(({ value }) => Math.round(value.estimate * 100)),
    );
    // Utilisation and CPU share: 1/0, 1/1, 1/1, 0/0.
    expect(shares).toEqual([
      [99, 0],
      [99, 100],
      [99, 102],
      [1, 0],
    ]);
  });

  it('sees the opposite: a wait that computes, a loop that is free', () => {
    const { verdicts, levels } = analysed({
      'sync-wait': { cpuMs: 400, utilization: 0.2 },
      'async-wait': { cpuMs: 400, utilization: 0.95 },
      'cpu-loop': { cpuMs: 90, utilization: 0.3 },
      'cpu-loop-again': { cpuMs: 91, utilization: 0.3 },
    });
    expect(verdicts).toMatchObject({ 'sync-wait/cpu-loop': 'opposite', 'async-wait/cpu-loop': 'opposite' });
    expect(new Set(Object.values(levels))).toEqual(new Set(['opposite']));
  });

  it('decides nothing where rounds disagree, or are few', () => {
    const wild = { cpuMs: (round: number) => (round % 2 === 0 ? 0.4 : 400), utilization: 0.99 };
    const { verdicts, levels } = analysed({ 'sync-wait': wild });
    expect(verdicts['sync-wait/cpu-loop']).toBe('undecided');
    expect(levels['sync-wait/cpu-share']).toBe('undecided');
    const few = analysed({}, 6);
    expect(new Set([...Object.values(few.verdicts), ...Object.values(few.levels)])).toEqual(new Set(['undecided']));
  });

  it('says "not measured" where a machine tells no CPU time, never zero', () => {
    const silent = Object.fromEntries(Object.keys(asTheory).map((id) => [id, { cpuMs: null, utilization: 0.99 }]));
    const { verdicts, levels, part } = analysed(silent);
    expect(part.conditions).toEqual([]);
    expect(new Set([...Object.values(verdicts), ...Object.values(levels)])).toEqual(new Set(['not-measured']));
  });
});
