import { describe, expect, it } from 'vitest';
import { manyCooks, threadLevels } from '@core/experiments/many-cooks/definition';
import { baseColours, strategyMarkers } from '@core/figures/palette';
import { analyse } from '@core/analysis/analysis';
import { syntheticMatrixRecord } from '@core/testing/synthetic-matrix';
import { amdahlSpeedup } from '@core/statistics/amdahl';
import type { ChartView } from './chart-theme';
import { experimentCharts } from './experiment-charts';
import { scalingBoundaries } from '@core/figures/curve-guides';
import { chartContext } from '../testing/chart-context';

function charts(cores: number, rounds = 7) {
  const experiment = manyCooks(cores);
  const context = chartContext(experiment);
  const record = syntheticMatrixRecord(experiment, {
    cores,
    rounds,
    totalMs: (_part, condition) => 240 / amdahlSpeedup(0.95, Math.min(cores, Number(/\d+/.exec(condition)?.[0]))),
  });
  return { views: experimentCharts(context, record, analyse(record)), context, record };
}

interface Axis {
  readonly type: string;
  readonly min: number;
  readonly title: { readonly text: string };
  readonly afterBuildTicks?: (axis: { ticks: { value: number }[] }) => void;
}

function axisOf(view: ChartView | undefined, name: 'x' | 'y'): Axis {
  return (view?.config.options?.scales as unknown as Record<'x' | 'y', Axis>)[name];
}

describe('the charts of many-cooks', () => {
  it.each([2, 16, 64])('draw one point and one table row per number of threads on %d cores', (cores) => {
    const [speedup, efficiency] = charts(cores).views;
    const levels = threadLevels(cores);
    expect(speedup?.table.rows.map(([threads]) => threads)).toEqual(levels);
    const [dataset] = speedup?.config.data.datasets ?? [];
    expect((dataset?.data as { x: number }[]).map(({ x }) => x)).toEqual(levels);
    expect(dataset).toMatchObject({ borderColor: baseColours.threads, pointStyle: strategyMarkers.threads });
    // Of each of 2C threads little more than half is used, as only C have a core.
    const last = efficiency?.table.rows.at(-1);
    const expected = (100 * amdahlSpeedup(0.95, cores)) / (2 * cores);
    expect(Math.abs(Number(last?.[1]) - expected)).toBeLessThan(expected * 0.03);
  });

  it('counts in doublings where there are many threads, with a tick at each number measured, and says so', () => {
    const { views } = charts(64);
    const x = axisOf(views[0], 'x');
    expect(x.type).toBe('logarithmic');
    const axis: { ticks: { value: number }[] } = { ticks: [] };
    x.afterBuildTicks?.(axis);
    expect(axis.ticks.map(({ value }) => value)).toEqual(threadLevels(64));
    expect(views[0]?.caption).toContain('logarithmic');
    expect(axisOf(views[1], 'y')).toMatchObject({ type: 'linear', min: 0 });
    const small = charts(2).views;
    expect(axisOf(small[0], 'x').type).toBe('linear');
    expect(axisOf(small[0], 'y')).toMatchObject({ type: 'linear', min: 0 });
    expect(small[0]?.caption).not.toContain('logarithmic');
  });

  it('says the laws with their intervals, and when a law could not be tested', () => {
    expect(charts(16).views[0]?.caption).toMatch(
      /fitted to 1 to 16 threads .*: 9\d(\.\d)? % of the work is parallel \[9\d(\.\d)?, 9\d(\.\d)?\], n = 7 rounds/,
    );
    expect(charts(2).views[0]?.caption).toContain('this does not test the law');
    expect(charts(16, 3).views[0]?.caption).toContain('No law is fitted');
  });

  it('draws the edges that the machine tells: cores, SMT, and cores that the lab may not use', () => {
    const { context, record } = charts(4);
    const machine = (physicalCores: number | null, logicalCores: number, availableParallelism: number) =>
      scalingBoundaries(context.texts.of, 'threads', {
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

  it('is absent where nothing was measured', () => {
    const { context, record } = charts(2);
    const empty = { ...record, cells: [] };
    expect(experimentCharts(context, empty, analyse(empty))).toEqual([]);
  });
});
