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
