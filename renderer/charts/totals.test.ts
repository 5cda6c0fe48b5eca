import { describe, expect, it } from 'vitest';
import { eggsAndToast } from '@core/experiments/eggs-and-toast/definition';
import { baseColours } from '@core/figures/palette';
import { analyse } from '@core/analysis/analysis';
import { syntheticRecord } from '@core/testing/synthetic-record';
import { roundPoints, totalsChart } from './totals';
import { chartContext } from '../testing/chart-context';

const context = chartContext(eggsAndToast);
const [firstCourse, doughs] = analyse(syntheticRecord({ rounds: 7 })).parts;

describe('totalsChart', () => {
  const view = totalsChart(context, firstCourse!);
  const [hired, hiring] = view.config.data.datasets;

  it('has a bar from zero for every condition, second halves of A/A pairs included', () => {
    expect(view.table.rows.map(([name]) => name)).toEqual([
      'One cook, sync',
      'One cook, async',
      'One cook, async (again)',
      'Hired cooks, threads',
      'Hired cooks, processes',
    ]);
    expect((view.config.options?.scales?.['x'] as { min: number }).min).toBe(0);
    expect(hired?.backgroundColor).toEqual([
      baseColours.sync,
      baseColours.async,
      baseColours.async,
      baseColours.threads,
      baseColours.processes,
    ]);
  });

  it('adds hiring on top of the total, and nothing where nobody is hired', () => {
    const totals = firstCourse!.conditions.map(({ total }) => total.estimate / 1e6);
    const withHiring = firstCourse!.conditions.map((one) => (one.totalWithHiring?.estimate ?? 0) / 1e6);
    const drawn = (hired?.data as number[]).map((value, index) => value + Number(hiring?.data[index]));
    drawn.forEach((value, index) => expect(value).toBeCloseTo(withHiring[index] ?? -1, 1));
    (hired?.data as number[]).forEach((value, index) => expect(value).toBeCloseTo(totals[index] ?? -1, 2));
    expect((hiring?.data as number[]).slice(0, 3)).toEqual([0, 0, 0]);
    expect(hiring?.data[4]).toBeGreaterThan(50);
  });

  it('says where a hiring was not recorded', () => {
    const conditions = firstCourse!.conditions.map((one) => {
      return one.condition === 'threads' ? { ...one, totalWithHiring: undefined } : one;
    });
    const row = totalsChart(context, { ...firstCourse!, conditions }).table.rows[3];
    expect(row?.slice(4, 8)).toEqual(['not told', 'not told', 'not told', 'not told']);
  });

  it('names unit, n and machine', () => {
    expect(view.table.columns.slice(1, 7).every((name) => name.endsWith('(ms)'))).toBe(true);
    expect(view.caption).toContain('a machine');
    expect(view.caption).toContain('adds, n\u00a0=\u00a03 (hirings');
    expect(view.caption).toContain('n\u00a0=\u00a07\u00a0rounds');
    expect(view.table.columns.slice(7, 9)).toEqual(['With hiring, n', 'n (rounds)']);
    expect(view.table.rows[3]?.slice(7, 9)).toEqual([3, 7]);
    expect(totalsChart(context, doughs!).title).toBe('Second course: how long until everything is served?');
  });
});

describe('roundPoints', () => {
  const summary = { ...firstCourse!.conditions[0]!, outliers: [2], slowRounds: [4], warmUpNs: 700_000_000 };

  it('marks outliers and slow rounds and keeps every round', () => {
    const points = roundPoints(summary, false);
    expect(points.map(({ kind }) => kind)).toEqual(['round', 'round', 'flagged', 'round', 'flagged', 'round', 'round']);
    expect(points[0]?.value).toBeCloseTo((summary.totalsNs[0] ?? 0) / 1e6, 2);
  });

  it('puts the warm-up beside them only when asked for', () => {
    expect(roundPoints(summary, true)[0]).toEqual({ value: 700, kind: 'warm-up' });
    expect(roundPoints({ ...summary, warmUpNs: undefined }, true)).toHaveLength(7);
  });
});
