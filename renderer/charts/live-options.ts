import type { ChartOptions, ScaleOptionsByType } from 'chart.js';
import { gridColor } from './theme-colors';

/** Width of the vertical axis in px, the same in every live chart: one below the other, they share one time axis. */
const axisWidth = 64;

export interface LiveAxes {
  /** Length of the time axis. */
  readonly seconds: number;
  readonly xTitle: string;
  readonly yTitle: string;
  /** Kind, limits and labels of the vertical axis. */
  readonly y: {
    readonly type: 'linear' | 'logarithmic';
    readonly min: number;
    readonly max: number;
    /** Values that are labelled. */
    readonly labels: readonly number[];
  };
}

/** What the charts that move with every sample share: one time axis, and nothing that costs time and shows nothing. */
export function liveOptions({ seconds, xTitle, yTitle, y }: LiveAxes): ChartOptions<'line'> {
  return {
    animation: false,
    parsing: false,
    normalized: true,
    maintainAspectRatio: false,
    events: [],
    layout: { padding: { top: 6 } },
    scales: {
      x: secondsAgoAxis(seconds, xTitle),
      y: {
        type: y.type,
        min: y.min,
        max: y.max,
        title: { display: true, text: yTitle },
        grid: { color: gridColor },
        ticks: { ...quickTicks, callback: (value) => Number(value).toLocaleString('en') },
        afterBuildTicks: (axis) => {
          axis.ticks = y.labels.map((value) => ({ value }));
        },
        ...commonWidth,
      },
    },
    plugins: withoutPlugins,
  };
}

/**
 * Plugins that would be asked a dozen times at every update and draw nothing in these charts: a sixth of its cost. That
 * `false` takes one out is documented by Chart.js (Developers, Plugins), but its types do not know it.
 */
const withoutPlugins = { tooltip: false, legend: false, annotation: false } as object;

/**
 * The horizontal axis of the live charts: seconds before the newest sample of the machine's load. Its few labels always
 * fit, so Chart.js need not measure them all and try rotations at every update.
 */
function secondsAgoAxis(seconds: number, title: string): object {
  return {
    type: 'linear',
    min: -seconds,
    max: 0,
    title: { display: true, text: title },
    grid: { display: false },
    ticks: {
      ...quickTicks,
      stepSize: seconds / 6,
      callback: (value: number | string) => String(Math.abs(Number(value))),
    },
  };
}

/** Options of labels that are few and always fit. */
const quickTicks = { autoSkip: false, sampleSize: 1, minRotation: 0, maxRotation: 0 } as const;

/** Gives a vertical axis the common width. */
const commonWidth: Pick<ScaleOptionsByType, 'afterFit'> = {
  afterFit(scale) {
    scale.width = axisWidth;
  },
};
