import type { MeasureUnit } from '../experiments/measures';
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

/** What stands in the place of an interval that does not exist. */
const noInterval = '(no interval)';

/**
 * The bounds of an interval in brackets, e.g. `[310, 315]`. One sample has no spread: its interval is a point and would
 * claim a certainty that is not there, so it reads `(no interval)`.
 * @param write a bound in the unit in which the estimate is written
 */
export function boundsOf(interval: Pick<Interval, 'low' | 'high' | 'n'>, write: (value: number) => string): string {
  return interval.n < 2 ? noInterval : `[${write(interval.low)}, ${write(interval.high)}]`;
}

/** A time ratio, which comes without its number of rounds. */
interface Ratio {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** True for the ratio of one round: two or more rounds of measured times are never all the same to the last bit. */
function isPoint({ estimate, low, high }: Ratio): boolean {
  return low === estimate && high === estimate;
}

/** The bounds of a ratio in brackets; of one round there are none. */
export function ratioBounds(ratio: Ratio): string {
  return isPoint(ratio) ? noInterval : `[${threeDigits(ratio.low)}, ${threeDigits(ratio.high)}]`;
}

/** A time ratio without words, e.g. `1.01 [0.99, 1.02]`; of one round without an interval. */
export function formatPlainRatio(ratio: Ratio): string {
  return `${threeDigits(ratio.estimate)} ${ratioBounds(ratio)}`;
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
export function formatDurationInterval(interval: Omit<Interval, 'confidence'>): string {
  const unit = timeUnitFor(interval.estimate);
  const write = (nanoseconds: number): string => threeDigits(nanoseconds / unit.size);
  return `${write(interval.estimate)} ${unit.symbol} ${boundsOf(interval, write)}`;
}

/**
 * A time ratio in words. Input: time(condition) / time(baseline); below 1 is faster.
 * 0.5 [0.45, 0.55] reads `2.00x faster [1.82, 2.22]`, 1.5 reads `1.50x slower`.
 * @param words what less and more are called, where the numbers are not times to be short
 */
export function formatRatio(
  ratio: Ratio,
  words: { readonly faster: string; readonly slower: string } = { faster: 'faster', slower: 'slower' },
): string {
  const isFaster = ratio.estimate < 1;
  const factors = isFaster ? { estimate: 1 / ratio.estimate, low: 1 / ratio.high, high: 1 / ratio.low } : ratio;
  return `${threeDigits(factors.estimate)}x ${isFaster ? words.faster : words.slower} ${ratioBounds(factors)}`;
}

/** A plain time ratio for where no direction may be claimed, e.g. `time ratio 1.01 [0.98, 1.03]`. */
export function formatTimeRatio(ratio: Ratio): string {
  return `time ratio ${formatPlainRatio(ratio)}`;
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

/** An interval of a measure in its unit, e.g. `312 ms [310, 315]` or `97.1 % [96.8, 97.3]`. Input: nanoseconds, a share, a count or bytes. */
export function formatMeasure(unit: MeasureUnit, value: Omit<Interval, 'confidence'>): string {
  if (unit === 'ns') return formatDurationInterval(value);
  if (unit === 'count') return `${formatCount(value.estimate)} ${boundsOf(value, formatCount)}`;
  if (unit === 'bytes') {
    const { size, symbol } = bytesScale(value.estimate);
    return `${threeDigits(value.estimate / size)} ${symbol} ${boundsOf(value, (bytes) => threeDigits(bytes / size))}`;
  }
  return `${percentOf(value.estimate)} % ${boundsOf(value, percentOf)}`;
}

/** A threshold in its measure's unit, e.g. `100 ms`, `90 %` or `3`. */
export function formatThreshold(unit: MeasureUnit, threshold: number): string {
  if (unit === 'count') return formatCount(threshold);
  if (unit === 'bytes') {
    const { size, symbol } = bytesScale(threshold);
    return `${threeDigits(threshold / size)} ${symbol}`;
  }
  return unit === 'share' ? `${percentOf(threshold)} %` : formatDuration(threshold);
}

/** A count to a tenth, below ten to a hundredth: it may lie between two whole numbers. */
function formatCount(value: number): string {
  const steps = value < 10 ? 100 : 10;
  return String(Math.round(value * steps) / steps);
}

/** Memory from a megabyte on in MB, below it in kB (10^3 bytes). */
function bytesScale(bytes: number): { readonly size: number; readonly symbol: string } {
  return bytes >= 1e6 ? { size: 1e6, symbol: 'MB' } : { size: 1e3, symbol: 'kB' };
}

/** Percent to a tenth: shares near 0 and 1 are the ones that matter. */
function percentOf(share: number): string {
  return String(Math.round(share * 1000) / 10);
}

/** With a capital at its beginning, as a title or an axis begins. */
export function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
