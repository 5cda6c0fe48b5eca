import { readFileSync } from 'node:fs';
import type { Figure } from './figures';

/** A figure of this result as a multiple of the same figure of an earlier one. */
export interface Change {
  readonly part: string;
  readonly name: string;
  /** This result divided by the earlier one. */
  readonly ratio: number;
  /** 95 % interval; null where one of both figures has none, or a bound that is not above 0. */
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * Every figure that both results hold, matched by part, name and unit. The interval is made from the two intervals on
 * the logarithmic scale, each side by the distances that face it (MOVER: Zou and Donner, Statistics in Medicine 27,
 * 2008). The two results are taken as independent: a change of the machine between them is part of the ratio.
 */
export function compared(now: readonly Figure[], before: readonly Figure[]): readonly Change[] {
  return now.flatMap((one) => {
    const other = before.find(({ part, name, unit }) => part === one.part && name === one.name && unit === one.unit);
    if (!other || !(one.estimate > 0) || !(other.estimate > 0)) return [];
    const { part, name } = one;
    return [{ part, name, ratio: one.estimate / other.estimate, ...interval(one, other) }];
  });
}

function interval(one: Figure, other: Figure): Pick<Change, 'low' | 'high'> {
  const bounds = [one.low, one.high, other.low, other.high];
  if (bounds.some((bound) => bound === null || !(bound > 0))) return { low: null, high: null };
  const [low = 0, high = 0, otherLow = 0, otherHigh = 0] = bounds.map((bound) => Math.log(bound ?? NaN));
  const [estimate, otherEstimate] = [Math.log(one.estimate), Math.log(other.estimate)];
  const ratio = estimate - otherEstimate;
  return {
    low: Math.exp(ratio - Math.hypot(estimate - low, otherHigh - otherEstimate)),
    high: Math.exp(ratio + Math.hypot(high - estimate, otherEstimate - otherLow)),
  };
}

/** @throws if the file cannot be read or is no result of the bench. */
export function readFigures(file: string): readonly Figure[] {
  const result = JSON.parse(readFileSync(file, 'utf8')) as { readonly figures?: readonly Figure[] } | null;
  if (!result?.figures) throw new Error(`${file} is no result of the bench: it holds no figures.`);
  return result.figures;
}

/** The changes as a table in Markdown. */
export function changesTable(changes: readonly Change[]): string {
  const rows = changes.map(({ part, name, ratio, low, high }) => {
    const range = low === null || high === null ? '-' : `${low.toFixed(3)} to ${high.toFixed(3)}`;
    return `| ${part} | ${name.replaceAll('|', '\\|')} | ${ratio.toFixed(3)} | ${range} |`;
  });
  return ['| part | figure | now / before | 95 % interval |', '| --- | --- | --- | --- |', ...rows].join('\n');
}
