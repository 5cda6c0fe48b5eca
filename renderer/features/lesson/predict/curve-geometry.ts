import { countsInDoublings } from '@core/figures/axes';

/** Where things lie on the drawing on which a scaling curve is sketched. Lengths in px of the drawing. */
export const sketch = { width: 420, height: 240, left: 44, right: 16, top: 14, bottom: 40 } as const;

export interface SketchScale {
  readonly isLogarithmic: boolean;
  /** Largest amount on the x axis, and largest speed-up on the y axis. */
  readonly most: number;
  /** Smallest speed-up on the y axis. */
  readonly least: number;
}

/** @param amounts ascending, e.g. numbers of threads */
export function sketchScale(amounts: readonly number[]): SketchScale {
  const most = Math.max(...amounts);
  const isLogarithmic = countsInDoublings(amounts);
  return { isLogarithmic, most, least: isLogarithmic ? 0.5 : 0 };
}

/** Share of the way from one end to the other. */
function shareOf({ isLogarithmic }: SketchScale, value: number, from: number, to: number): number {
  if (!isLogarithmic) return (value - from) / (to - from);
  return Math.log(value / from) / Math.log(to / from);
}

/** Horizontal place of an amount. */
export function xOf(scale: SketchScale, amount: number): number {
  const { left, right, width } = sketch;
  // Half a step of room before one, so that its mark does not lie on the axis.
  const from = scale.isLogarithmic ? 0.85 : 0.6;
  return left + shareOf(scale, amount, from, scale.most) * (width - left - right - 10);
}

/** Vertical place of a speed-up; what is outside the axis lies at its end. */
export function yOf(scale: SketchScale, times: number): number {
  const { top, bottom, height } = sketch;
  const share = shareOf(scale, Math.max(times, scale.least), scale.least, scale.most);
  return height - bottom - Math.min(1, Math.max(0, share)) * (height - top - bottom);
}

/** The speed-up at a vertical place, rounded as keys would set it; at least a tenth. */
export function timesAt(scale: SketchScale, y: number): number {
  const { top, bottom, height } = sketch;
  const share = Math.min(1, Math.max(0, (height - bottom - y) / (height - top - bottom)));
  const { least, most, isLogarithmic } = scale;
  return rounded(isLogarithmic ? least * (most / least) ** share : least + share * (most - least));
}

/** One step of an arrow key up (1) or down (-1), ten at once with Page up and Page down. */
export function stepped({ isLogarithmic, most }: SketchScale, times: number, steps: number): number {
  const next = isLogarithmic ? times * 2 ** (steps / 8) : times + steps * 0.1;
  return rounded(Math.min(most, Math.max(0.1, next)));
}

/** Two decimals below ten, one above, and never less than a tenth. */
function rounded(times: number): number {
  const digits = times < 10 ? 100 : 10;
  return Math.max(0.1, Math.round(times * digits) / digits);
}

/** Values that have a line and a name on the y axis. */
export function timesTicks({ isLogarithmic, least, most }: SketchScale): number[] {
  if (isLogarithmic) {
    const doublings = Math.floor(Math.log2(most / least));
    return Array.from({ length: doublings + 1 }, (_, step) => least * 2 ** step);
  }
  return Array.from({ length: Math.floor(most) + 1 }, (_, value) => value);
}
