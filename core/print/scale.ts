/** Positions on an axis, shared by all figures of the report. */
export interface Scale {
  /** Position of a value in the figure's units. */
  at(value: number): number;
  readonly start: number;
  readonly end: number;
  readonly ticks: readonly number[];
}

/** A linear axis from 0 to a round number that is at least `largest`; units as the values. */
export function zeroScale(largest: number, start: number, end: number, wanted = 5): Scale {
  const step = niceStep(largest > 0 ? largest / wanted : 1);
  const count = Math.max(1, Math.ceil((largest > 0 ? largest : 1) / step - 1e-9));
  const ticks = Array.from({ length: count + 1 }, (_, index) => index * step);
  const top = count * step;
  return { at: (value) => start + (value / top) * (end - start), start, end, ticks };
}

/** A logarithmic axis over ratios that holds all the given values and at least 0.5 to 2; ticks double. */
export function ratioScale(ratios: readonly number[], start: number, end: number): Scale {
  const reach = (value: number): number => Math.log2(value);
  const low = Math.min(-1, Math.floor(2 * Math.min(0, ...ratios.map(reach))) / 2);
  const high = Math.max(1, Math.ceil(2 * Math.max(0, ...ratios.map(reach))) / 2);
  const first = Math.ceil(low);
  // More than eight doublings would crowd the axis, so then only every n-th is named.
  const stride = Math.max(1, Math.ceil((Math.floor(high) - first) / 8));
  const ticks: number[] = [];
  for (let power = first; power <= high; power += 1) if (power % stride === 0) ticks.push(2 ** power);
  return { at: (value) => start + ((reach(value) - low) / (high - low)) * (end - start), start, end, ticks };
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

/** An axis from a little below the least amount to a little above the largest, with a tick at each; `isWide`: in doublings. */
export function amountScale(amounts: readonly number[], isWide: boolean, start: number, end: number): Scale {
  const ticks = [...new Set(amounts)].sort((a, b) => a - b);
  const reach = (value: number): number => (isWide ? Math.log2(value) : value);
  const [low, high] = [reach(ticks[0] ?? 1), reach(ticks.at(-1) ?? 1)];
  const margin = 0.06 * Math.max(high - low, 1);
  const share = (value: number): number => (reach(value) - low + margin) / (high - low + 2 * margin);
  return { at: (value) => start + share(value) * (end - start), start, end, ticks };
}

/**
 * A logarithmic axis that holds all the given values, which must be positive; others are left out.
 * @param ticks where it is labelled; by default at powers of ten and, where there are few, at 2 and 5 between them
 */
export function logScale(values: readonly number[], start: number, end: number, ticks?: readonly number[]): Scale {
  const known = values.filter((value) => value > 0 && Number.isFinite(value));
  const [least, most] = known.length === 0 ? [1, 10] : [Math.min(...known), Math.max(...known)];
  const [low, high] = [least / 1.35, most * 1.35];
  const share = (value: number): number => Math.log(value / low) / Math.log(high / low);
  const shown = (ticks ?? decadesBetween(low, high)).filter((value) => value >= low && value <= high);
  return { at: (value) => start + share(Math.max(low, value)) * (end - start), start, end, ticks: shown };
}

/** Powers of ten over a range that may reach beyond it; with 2 and 5 between them where it spans few. */
export function decadesBetween(low: number, high: number): number[] {
  const powers = Array.from({ length: 40 }, (_, index) => 10 ** (index - 20));
  const few = Math.log10(high / low) < 2.5;
  return powers.flatMap((power) => (few ? [power, 2 * power, 5 * power] : [power]));
}
