import { describe, expect, it } from 'vitest';
import { contextOf } from '../../testing/every-experiment';
import { syntheticTasksRecord } from '../../testing/synthetic-tasks';
import { breakEven } from './definition';
import { breakEvenFigures } from './figures';

/** Two tasks inline, or one for each of two workers and a cost of 0.2 ms. */
const record = syntheticTasksRecord(breakEven(2), {
  noise: 0,
  totalMs: (part, condition) => {
    const taskMs = Number(part.replace('size-', '')) / 1000;
    return condition.startsWith('inline') ? 2 * taskMs : taskMs + 0.2;
  },
});
const [figure, ...others] = breakEvenFigures(contextOf(record));

describe('breakEvenFigures', () => {
  it('is one figure with a curve for each way of handing out, on logarithmic axes', () => {
    expect(others).toEqual([]);
    expect(figure?.lines.map(({ name }) => name)).toEqual(['Warm threads', 'Warm processes', 'Cold threads']);
    expect([figure?.x.isLogarithmic, figure?.y.isLogarithmic]).toEqual([true, true]);
    expect(figure?.divide?.at).toBe(1);
    expect(figure?.lines.every(({ place }) => place !== undefined)).toBe(true);
  });

  it('turns the time ratio round, and has every point in its table', () => {
    const points = figure?.lines[0]?.points ?? [];
    expect(points).toHaveLength(9);
    // 2 x 0.01 ms against 0.21 ms, and 2 x 100 ms against 100.2 ms.
    expect(points[0]?.x).toBeCloseTo(0.01, 6);
    expect(points[0]?.estimate).toBeCloseTo(0.02 / 0.21, 4);
    expect(points.at(-1)?.estimate).toBeCloseTo(200 / 100.2, 4);
    expect(figure?.table.rows).toHaveLength(27);
    expect(figure?.table.rows[8]?.slice(0, 3)).toEqual(['Warm threads', '100', '2.00']);
  });

  it('tells curves of one colour apart by their pattern', () => {
    expect(figure?.lines.map(({ pattern }) => pattern)).toEqual([0, 0, 1]);
  });

  it('shows nothing where nothing was measured', () => {
    expect(breakEvenFigures(contextOf({ ...record, cells: [] }))).toEqual([]);
  });

  it('has what a person expected on its own line, however far from the measured sizes', () => {
    const answers = { 'pays-from': { kind: 'size', sizes: { threads: 2e9, processes: 3e5 } } } as const;
    const prediction = {
      status: 'given',
      totalsMs: {},
      forecasts: answers,
      reason: 'so',
      frozenAt: record.startedAt,
    } as const;
    const [guessed] = breakEvenFigures(contextOf({ ...record, prediction }));
    expect(guessed?.lines.map(({ guess }) => guess?.x)).toEqual([2000, 0.3, undefined]);
    expect(guessed?.x.to).toBeGreaterThanOrEqual(2000);
    expect(guessed?.caption).toContain('Hollow mark on the line');
    expect(figure?.caption).not.toContain('Hollow mark on the line');
  });
});
