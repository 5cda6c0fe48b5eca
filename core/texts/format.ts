import type { Interval } from '../statistics/bootstrap';

/** Rounds to at most three significant digits, without exponent for everyday sizes. */
export function threeDigits(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (value === 0) return '0';
  const magnitude = Math.floor(Math.log10(Math.abs(value)));
  const decimals = Math.max(0, Math.min(6, 2 - magnitude));
  const rounded = Number(value.toPrecision(3));
  return rounded.toFixed(Math.max(0, Math.min(decimals, 2 - Math.floor(Math.log10(Math.abs(rounded))))));
}

/** Three significant digits without zeros at the end: `0.1`, not `0.100`. */
export function plainNumber(value: number): string {
  return String(Number(threeDigits(value)));
}

interface Unit {
  readonly symbol: string;
  readonly size: number;
}

const timeUnits: readonly Unit[] = [
  { symbol: 's', size: 1e9 },
  { symbol: 'ms', size: 1e6 },
  { symbol: 'µs', size: 1e3 },
  { symbol: 'ns', size: 1 },
];

function timeUnitFor(nanoseconds: number): Unit {
  const fallback: Unit = { symbol: 'ns', size: 1 };
  return timeUnits.find((unit) => Math.abs(nanoseconds) >= unit.size) ?? fallback;
}

/** A duration in its natural unit, e.g. `312 ms`. Input: nanoseconds. */
export function formatDuration(nanoseconds: number): string {
  const unit = timeUnitFor(nanoseconds);
  return `${threeDigits(nanoseconds / unit.size)} ${unit.symbol}`;
}

/** Estimate with its interval in one unit, e.g. `312 ms [310, 315]`. Input: an interval in nanoseconds. */
export function formatDurationInterval(interval: Interval): string {
  const unit = timeUnitFor(interval.estimate);
  const [estimate, low, high] = [interval.estimate, interval.low, interval.high].map((x) => threeDigits(x / unit.size));
  return `${estimate ?? ''} ${unit.symbol} [${low ?? ''}, ${high ?? ''}]`;
}

/**
 * A time ratio in words. Input: time(condition) / time(baseline); below 1 is faster.
 * 0.5 [0.45, 0.55] reads `2.00x faster [1.82, 2.22]`, 1.5 reads `1.50x slower`.
 * @param words what less and more are called, where the numbers are not times to be short
 */
export function formatRatio(
  ratio: { readonly estimate: number; readonly low: number; readonly high: number },
  words: { readonly faster: string; readonly slower: string } = { faster: 'faster', slower: 'slower' },
): string {
  const faster = ratio.estimate < 1;
  const estimate = faster ? 1 / ratio.estimate : ratio.estimate;
  const low = faster ? 1 / ratio.high : ratio.low;
  const high = faster ? 1 / ratio.low : ratio.high;
  return `${threeDigits(estimate)}x ${faster ? words.faster : words.slower} [${threeDigits(low)}, ${threeDigits(high)}]`;
}

/** A plain time ratio for where no direction may be claimed, e.g. `time ratio 1.01 [0.98, 1.03]`. */
export function formatTimeRatio(ratio: {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}): string {
  return `time ratio ${threeDigits(ratio.estimate)} [${threeDigits(ratio.low)}, ${threeDigits(ratio.high)}]`;
}

/** A share as whole percent, e.g. `52 %`; shares above 0 that would read `0 %` read `<1 %`. Input: 0..1. */
export function formatShare(share: number): string {
  const percent = Math.round(share * 100);
  return percent === 0 && share > 0 ? '<1 %' : `${percent} %`;
}

/** Memory in MB (10^6 bytes), e.g. `42.1 MB`. Input: bytes. */
export function formatMemory(bytes: number): string {
  return `${threeDigits(bytes / 1e6)} MB`;
}

/** An interval of a measure in its unit, e.g. `312 ms [310, 315]` or `97.1 % [96.8, 97.3]`. Input: nanoseconds or a share. */
export function formatMeasure(
  unit: 'ns' | 'share',
  value: { readonly estimate: number; readonly low: number; readonly high: number },
): string {
  if (unit === 'share') return `${percentOf(value.estimate)} % [${percentOf(value.low)}, ${percentOf(value.high)}]`;
  const { symbol, size } = timeUnitFor(value.estimate);
  return `${threeDigits(value.estimate / size)} ${symbol} [${threeDigits(value.low / size)}, ${threeDigits(value.high / size)}]`;
}

/** A threshold in its measure's unit, e.g. `100 ms` or `90 %`. */
export function formatThreshold(unit: 'ns' | 'share', threshold: number): string {
  return unit === 'share' ? `${percentOf(threshold)} %` : formatDuration(threshold);
}

/** Percent to a tenth: shares near 0 and 1 are the ones that matter. */
function percentOf(share: number): string {
  return String(Math.round(share * 1000) / 10);
}

/** With a capital at its beginning, as a title or an axis begins. */
export function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
