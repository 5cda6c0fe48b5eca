/** Axes of figures: where they begin and end and where their ticks stand, the same in window and print. */
import { plainNumber } from '../texts/format';

export interface Axis {
  /** Quantity and unit. */
  readonly title: string;
  readonly from: number;
  readonly to: number;
  readonly isLogarithmic?: boolean;
  /** Ascending, none outside the axis. */
  readonly ticks: readonly number[];
  readonly tick: (value: number) => string;
}

/** A linear axis from 0 to a round number that is at least `largest`. */
export function zeroAxis(title: string, largest: number, tick = plainNumber, wanted = 5): Axis {
  const step = largest > 0 ? niceStep(largest / wanted) : 1;
  const count = Math.max(1, Math.ceil(largest / step - 1e-9));
  const ticks = Array.from({ length: count + 1 }, (_, index) => index * step);
  return { title, from: 0, to: count * step, ticks, tick };
}

/** A linear axis over a range that need not begin at 0, with ticks at round numbers. */
export function rangeAxis(title: string, from: number, to: number): Axis {
  const step = niceStep((to - from) / 6);
  const first = Math.ceil(from / step - 1e-9);
  const count = Math.floor(to / step + 1e-9) - first;
  return { title, from, to, ticks: Array.from({ length: count + 1 }, (_, n) => (first + n) * step), tick: plainNumber };
}

/** A logarithmic axis over ratios that holds all the given values and at least 0.5 to 2; ticks double. */
export function ratioAxis(title: string, ratios: readonly number[]): Axis {
  const low = Math.min(-1, Math.floor(2 * Math.min(0, ...ratios.map(Math.log2))) / 2);
  const high = Math.max(1, Math.ceil(2 * Math.max(0, ...ratios.map(Math.log2))) / 2);
  const first = Math.ceil(low);
  // More than six doublings would crowd the axis, so then only every n-th is named.
  const stride = Math.max(1, Math.ceil((Math.floor(high) - first) / 6));
  const ticks: number[] = [];
  for (let power = first; power <= high; power += 1) if (power % stride === 0) ticks.push(2 ** power);
  const tick = (value: number): string => `${value < 1 ? plainNumber(value) : value}x`;
  return { title, from: 2 ** low, to: 2 ** high, isLogarithmic: true, ticks, tick };
}

/** The smallest of 1, 2, 2.5, 5 times a power of ten that is at least this. */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 2.5, 5].find((factor) => factor * power >= least * (1 - 1e-9)) ?? 10) * power;
}

/** Above this many an axis of amounts counts in doublings. */
const mostLinear = 8;

/** True where amounts reach so far that an axis of them should count in doublings. */
export function countsInDoublings(amounts: readonly number[]): boolean {
  return Math.max(...amounts) > mostLinear;
}

/** An axis from a little below the least amount to a little above the largest, with a tick at each. */
export function amountAxis(title: string, amounts: readonly number[]): Axis {
  const ticks = [...new Set(amounts)].sort((a, b) => a - b);
  const isLogarithmic = countsInDoublings(amounts);
  const [low, high] = [ticks[0] ?? 1, ticks.at(-1) ?? 1].map((one) => (isLogarithmic ? Math.log2(one) : one));
  const margin = 0.06 * Math.max((high ?? 1) - (low ?? 1), 1);
  const [from, to] = [(low ?? 1) - margin, (high ?? 1) + margin].map((one) => (isLogarithmic ? 2 ** one : one));
  return { title, from: from ?? 0, to: to ?? 1, isLogarithmic, ticks, tick: String };
}

/** A logarithmic axis in doublings that holds all the given values, which must be positive, and 1. */
export function doublingsAxis(title: string, values: readonly number[]): Axis {
  const low = Math.floor(Math.log2(Math.min(1, ...values)));
  const high = Math.ceil(Math.log2(Math.max(1, ...values)));
  const ticks = Array.from({ length: high - low + 1 }, (_, step) => 2 ** (low + step));
  return { title, from: 2 ** low * 0.94, to: 2 ** high * 1.06, isLogarithmic: true, ticks, tick: plainNumber };
}

/**
 * A logarithmic axis that holds all the given values, which must be positive; others are left out.
 * @param ticks where it is labelled; by default at powers of ten and, where there are few, at 2 and 5 between them
 */
export function logAxis(
  title: string,
  values: readonly number[],
  tick: (value: number) => string,
  ticks?: readonly number[],
): Axis {
  const known = values.filter((value) => value > 0 && Number.isFinite(value));
  const [least, most] = known.length === 0 ? [1, 10] : [Math.min(...known), Math.max(...known)];
  const [from, to] = [least / 1.35, most * 1.35];
  const shown = (ticks ?? decadesBetween(from, to)).filter((value) => value >= from && value <= to);
  return { title, from, to, isLogarithmic: true, ticks: shown, tick };
}

/** Powers of ten over a range that may reach beyond it; with 2 and 5 between them where it spans few. */
function decadesBetween(low: number, high: number): number[] {
  const powers = Array.from({ length: 40 }, (_, index) => 10 ** (index - 20));
  const few = Math.log10(high / low) < 2.5;
  return powers.flatMap((power) => (few ? [power, 2 * power, 5 * power] : [power]));
}

/** Even places on an axis as it is drawn, from its first tick to its end: enough for a smooth curve. */
export function samplesOf({ from, to, ticks, isLogarithmic }: Axis, count = 64): number[] {
  const first = ticks[0] ?? from;
  return Array.from({ length: count + 1 }, (_, index) => {
    const share = index / count;
    return isLogarithmic ? first * (to / first) ** share : first + (to - first) * share;
  });
}
