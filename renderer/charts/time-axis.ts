import type { ScaleOptionsByType } from 'chart.js';

/** Width of the vertical axis in px, the same in every live chart: one below the other, they share one time axis. */
const axisWidth = 64;

/**
 * The horizontal axis of the live charts: seconds before the newest sample of the machine's load. Its few labels always
 * fit, so Chart.js need not measure them all and try rotations at every update.
 */
export function secondsAgoAxis(seconds: number, title: string): object {
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
export const quickTicks = { autoSkip: false, sampleSize: 1, minRotation: 0, maxRotation: 0 } as const;

/** Gives a vertical axis the common width. */
export const commonWidth: Pick<ScaleOptionsByType, 'afterFit'> = {
  afterFit(scale) {
    scale.width = axisWidth;
  },
};
