import { describe, expect, it } from 'vitest';
import { asyncIsNotParallel } from '../experiments/async-is-not-parallel/definition';
import type { ExperimentDefinition } from '../experiments/definition-types';
import { hiddenHelpers } from '../experiments/hidden-helpers/definition';
import { manyCooks, threadLevels } from '../experiments/many-cooks/definition';
import { manyCooksFigures } from '../experiments/many-cooks/figures';
import { waitingForIo } from '../experiments/waiting-for-io/definition';
import type { Prediction } from '../record/plan';
import { amdahlSpeedup } from '../statistics/amdahl';
import { contextOf } from '../testing/every-experiment';
import { syntheticTasksRecord } from '../testing/synthetic-tasks';
import { scalingBoundaries } from './curve-guides';
import type { CurvesFigure, Figure } from './figure';
import { baseColours, strategyMarkers } from './palette';
import { outcomeFigure } from './prediction';
import { manyLinesFigures } from './scaling';

function cooks(cores: number, rounds = 7) {
  const record = syntheticTasksRecord(manyCooks(cores), {
    cores,
    rounds,
    totalMs: (_part, condition) => 240 / amdahlSpeedup(0.95, Math.min(cores, Number(/\d+/.exec(condition)?.[0]))),
  });
  const context = contextOf(record);
  return { figures: manyCooksFigures(context), context, record };
}

describe('the figures of many-cooks', () => {
  it.each([2, 16, 64])('have one point and one table row per number of threads on %d cores', (cores) => {
    const [speedup, efficiency] = cooks(cores).figures;
    const levels = threadLevels(cores);
    expect(speedup?.table.rows.map(([threads]) => threads)).toEqual(levels);
    expect(speedup?.lines[0]?.points.map(({ x }) => x)).toEqual(levels);
    expect(speedup?.lines[0]?.look).toEqual({ colour: baseColours.threads, shape: strategyMarkers.threads });
    // Of each of 2C threads little more than half is used, as only C have a core; a run has 96 threads at most.
    const last = efficiency?.table.rows.at(-1);
    const expected = (100 * amdahlSpeedup(0.95, cores)) / Math.min(2 * cores, 96);
    expect(Math.abs(Number(last?.[1]) - expected)).toBeLessThan(expected * 0.03);
  });

  it('count in doublings where there are many threads, with a tick at each number measured, and say so', () => {
    const [speedup, efficiency] = cooks(64).figures;
    expect(speedup?.x).toMatchObject({ isLogarithmic: true, ticks: threadLevels(64) });
    expect(speedup?.caption).toContain('logarithmic');
    expect(efficiency?.y.isLogarithmic ?? false).toBe(false);
    expect(efficiency?.y.from).toBe(0);
    const [small] = cooks(2).figures;
    expect([small?.x.isLogarithmic ?? false, small?.y.isLogarithmic ?? false, small?.y.from]).toEqual([
      false,
      false,
      0,
    ]);
    expect(small?.caption).not.toContain('logarithmic');
  });

  it('say the laws with their intervals, and when a law could not be tested', () => {
    expect(cooks(16).figures[0]?.caption).toMatch(
      /fitted to 1 to 16 threads .*: the curve scales as if 9\d(\.\d)? % of the work could be shared \[9\d(\.\d)?, 9\d(\.\d)?\], n.=.7.rounds/,
    );
    expect(cooks(16).figures[0]?.guides?.map(({ label }) => label)).toEqual([
      'ideal',
      expect.stringMatching(/^Amdahl/),
      'USL',
    ]);
    expect(cooks(2).figures[0]?.caption).toContain('this does not test the law');
    expect(cooks(16, 3).figures[0]?.caption).toContain('No law is fitted');
  });

  it('have the edges that the machine tells: cores, SMT, and cores that the lab may not use', () => {
    const { context, record } = cooks(4);
    const machine = (physicalCores: number | null, logicalCores: number, availableParallelism: number) =>
      scalingBoundaries(context.names.text, 'threads', {
        ...record.environment,
        physicalCores,
        logicalCores,
        availableParallelism,
      }).map(({ x, label }) => `${x} ${label}`);
    expect(machine(4, 8, 8)).toEqual(['4 physical cores: 4', '8 logical cores: 8']);
    expect(machine(8, 8, 8)).toEqual(['8 cores: 8']);
    expect(machine(null, 8, 8)).toEqual(['8 cores: 8']);
    expect(machine(8, 16, 3)).toEqual(['8 physical cores: 8', '16 logical cores: 16', '3 offered: 3']);
  });
});

describe('the curves of several parts in one figure', () => {
  const figuresFor = (experiment: ExperimentDefinition, cores: number) =>
    manyLinesFigures(
      contextOf(
        syntheticTasksRecord(experiment, {
          cores,
          totalMs: (part, condition) => (part === 'requests' ? 320 / Number(/\d+/.exec(condition)?.[0]) : 60),
        }),
      ),
    );

  it.each([
    [waitingForIo, 3, 6],
    [hiddenHelpers(64), 4, 4],
  ] as const)('have a line per part, told apart by markers and names', (experiment, parts, levels) => {
    const figures = figuresFor(experiment, 64);
    expect(figures).toHaveLength(1);
    const lines = figures[0]?.lines ?? [];
    expect(new Set(lines.map(({ name }) => name)).size).toBe(parts);
    expect(new Set(lines.map(({ look }) => look.shape)).size).toBe(parts);
    for (const { look } of lines) expect(look.colour).toBe(baseColours.async);
    expect(figures[0]?.table.rows).toHaveLength(parts * levels);
  });

  it('give the exact speed-ups by part and amount', () => {
    const [part, amount, speedup, low, high, n] = figuresFor(waitingForIo, 2)[0]?.table.rows[5] ?? [];
    expect([part, amount, n]).toEqual(['Requests', 32, 7]);
    expect(Math.abs(Number(speedup) - 32)).toBeLessThan(0.5);
    expect(Number(low)).toBeLessThanOrEqual(Number(speedup));
    expect(Number(high)).toBeGreaterThanOrEqual(Number(speedup));
  });
});

describe('prediction and outcome', () => {
  const base = { status: 'given' as const, totalsMs: {}, reason: 'Because.', frozenAt: '2026-01-02T03:04:05.000Z' };
  const outcome = (experiment: ExperimentDefinition, prediction: Prediction, totalMs: (id: string) => number) => {
    const record = syntheticTasksRecord(experiment, { cores: 4, totalMs: (_part, condition) => totalMs(condition) });
    const context = contextOf({ ...record, prediction });
    return outcomeFigure(context, context.analysis.parts[0]!)!;
  };
  const sketched = (prediction: Prediction) =>
    outcome(manyCooks(4), prediction, (id) => 240 / Math.min(4, Number(/\d+/.exec(id)?.[0])));
  const ordered = (prediction: Prediction) =>
    outcome(asyncIsNotParallel(4), prediction, (id) => (id === 'threads' ? 60 : 160));
  const curves = (figure: Figure): CurvesFigure => {
    if (figure.kind !== 'curves') throw new Error('a figure of curves');
    return figure;
  };

  it('of a sketched curve are two lines over the same threads; what was not predicted has no point', () => {
    const speedups = { computing: { 'threads-1': 1, 'threads-2': 2, 'threads-4': 3.2, 'threads-8': 5 } };
    const { lines, table, caption } = curves(sketched({ ...base, speedups }));
    expect(lines[0]?.points).toHaveLength(5);
    expect(lines[1]?.points.map(({ estimate }) => estimate)).toEqual([1, 2, 3.2, 5]);
    expect(lines[1]?.points.map(({ x }) => x)).toEqual([1, 2, 4, 8]);
    expect(lines[1]?.look.hollow).toBe(true);
    expect(table.columns[1]).toBe('Predicted (times)');
    expect(table.rows.map((row) => row[1])).toEqual([1, 2, 'none', 3.2, 5]);
    expect(caption).toContain('Hollow marks: your prediction.');
  });

  it('of a skipped prediction is the measured curve alone', () => {
    const { lines, caption } = curves(sketched({ status: 'skipped', frozenAt: base.frozenAt }));
    expect(lines).toHaveLength(1);
    expect(caption).not.toContain('prediction');
  });

  it('of an order are places, with ties where no difference was shown', () => {
    const rankings = { computing: [['threads'], ['together'], ['loop']] };
    const { table, name } = ordered({ ...base, rankings });
    expect(name).toBe('ranking-computing');
    expect(table.rows).toHaveLength(3);
    const places = table.rows.map(([, predicted, measured]) => `${predicted ?? ''} ${measured ?? ''}`);
    expect([...places].sort((a, b) => a.localeCompare(b))).toEqual(['1 1', '2 2', '3 2']);
  });

  it('of an old prediction by numbers are totals', () => {
    expect(sketched({ ...base, totalsMs: { computing: { 'threads-1': 240 } } }).name).toBe('prediction-computing');
    expect(ordered({ ...base, totalsMs: { computing: { loop: 240 } } }).name).toBe('prediction-computing');
  });
});
