import { bootstrapInterval, medianInterval } from '@core/statistics/bootstrap';
import type { Interval } from '@core/statistics/bootstrap';
import { quantile } from '@core/statistics/quantile';
import { createRandom } from '@core/statistics/random';
import type { Random } from '@core/statistics/random';
import { ratioInterval } from '@core/statistics/ratio';
import { sortSamples } from '@core/statistics/sorted-samples';
import { figure, single } from './figures';
import type { Figure } from './figures';
import type { Loaded } from './window-load';

/** What the window must keep beside 2C busy workers, in milliseconds. */
const bounds = { frameP99: 25, frameP99OverIdle: 8, longestFrame: 50, callP99: 15 } as const;

type Series = 'frames' | 'lateness' | 'trips';

/** The figures of all loads: pooled quantiles, ratios to the idle window of the same round, and shares of the bounds. */
export function windowFigures(all: readonly Loaded[], cores: number): readonly Figure[] {
  const counts = [...new Set(all.map(({ workers }) => workers))].sort((a, b) => a - b);
  const at = (workers: number): readonly Loaded[] =>
    all.filter((one) => one.workers === workers).sort((a, b) => a.round - b.round);
  const random = createRandom(1);
  return counts.flatMap((workers) => [
    ...ofLoad(workers, at(workers), random),
    ...(workers === 0 ? [] : toIdle(workers, at(workers), at(0), random)),
    ...(workers === 2 * cores ? ofBounds(workers, at(workers), at(0), random) : []),
  ]);
}

function ofLoad(workers: number, windows: readonly Loaded[], random: Random): readonly Figure[] {
  const name = (what: string): string => `${workers} busy: ${what}`;
  const of = (series: Series, q: number, what: string, unit: string): Figure =>
    figure('window', name(`${what} p${q * 100}`), 'ms', pooled(windows, series, q, random), unit);
  const frames = windows.flatMap((one) => one.frames);
  const others = windows.flatMap((one) => (one.others === null ? [] : [100 * one.others]));
  return [
    of('frames', 0.5, 'frame interval', 'frames'),
    of('frames', 0.99, 'frame interval', 'frames'),
    single('window', name('frame interval, longest'), 'ms', Math.max(...frames), frames.length, 'frames'),
    of('lateness', 0.99, 'main late by', 'beats'),
    of('trips', 0.5, 'call to main and back', 'calls'),
    of('trips', 0.99, 'call to main and back', 'calls'),
    ...(others.length === 0
      ? []
      : [figure('window', name('other programs'), '% of machine', medianInterval(others, random), 'windows')]),
  ];
}

/** Each round's window against the idle window of that round. */
function toIdle(
  workers: number,
  windows: readonly Loaded[],
  idle: readonly Loaded[],
  random: Random,
): readonly Figure[] {
  const ratio = (series: Series, what: string): Figure => {
    const interval = ratioInterval(p99s(windows, series), p99s(idle, series), random);
    return figure('window', `${workers} busy / idle: ${what} p99`, 'x', interval, 'rounds');
  };
  return [
    ratio('frames', 'frame interval'),
    ratio('lateness', 'main late by'),
    ratio('trips', 'call to main and back'),
  ];
}

/** At most 1 means that the bound was kept. */
function ofBounds(
  workers: number,
  windows: readonly Loaded[],
  idle: readonly Loaded[],
  random: Random,
): readonly Figure[] {
  const frames = windows.flatMap((one) => one.frames);
  const idleP99 = pooled(idle, 'frames', 0.99, random).estimate;
  const most = Math.max(bounds.frameP99, idleP99 + bounds.frameP99OverIdle);
  const share = (what: string, interval: Interval, bound: number, of: string): Figure => {
    const { estimate, low, high } = interval;
    const scaled = { ...interval, estimate: estimate / bound, low: low / bound, high: high / bound };
    return figure('window', `${workers} busy: ${what} / bound of ${bound.toFixed(1)} ms`, 'x', scaled, of);
  };
  const { longestFrame, callP99 } = bounds;
  return [
    share('frame interval p99', pooled(windows, 'frames', 0.99, random), most, 'frames'),
    single(
      'window',
      `${workers} busy: frame interval, longest / bound of ${longestFrame.toFixed(1)} ms`,
      'x',
      Math.max(...frames) / longestFrame,
      frames.length,
      'frames',
    ),
    share('call p99', pooled(windows, 'trips', 0.99, random), callP99, 'calls'),
  ];
}

function p99s(windows: readonly Loaded[], series: Series): readonly number[] {
  return windows.map((one) => quantile(sortSamples(one[series]), 0.99));
}

/**
 * A quantile of all windows together. Frames that follow each other are not independent: the interval resamples whole
 * windows. `n` counts the single values.
 */
function pooled(windows: readonly Loaded[], series: Series, q: number, random: Random): Interval {
  const values = (which: Iterable<number>): number[] => Array.from(which).flatMap((at) => windows[at]?.[series] ?? []);
  const all = windows.map((_, at) => at);
  const interval = bootstrapInterval(all, (sample) => quantile(sortSamples(values(sample)), q), {
    random,
    resamples: 500,
  });
  return { ...interval, n: values(all).length };
}
