import type { BreakEvenSummary } from '../analysis/break-even';
import { threeDigits } from '../texts/format';
import { countOfRounds } from './context';
import type { Names } from './names';
import { untold } from './verdicts';

/**
 * From which size of the tasks on a condition is faster, or why none can be named.
 * @param minimumRounds of the rules that the record was judged by
 */
export function breakEvenSentence(summary: BreakEvenSummary, names: Names, minimumRounds: number): string {
  const { points, between, rounds, found } = summary;
  const from = between?.[0] ?? points[0];
  const to = between?.[1] ?? points.at(-1);
  return names.text(`breakEven.${keyOf(summary)}`, {
    subject: names.subject(summary.condition),
    baseline: names.short(summary.baseline),
    size: found ? sizeInWords(found, names) : '',
    from: from ? inMs(from.sizeNs) : untold,
    to: to ? inMs(to.sizeNs) : untold,
    rounds: countOfRounds(rounds),
    crossings: found?.crossings ?? 0,
    minimum: minimumRounds,
  });
}

function keyOf({ found, reason }: BreakEvenSummary): string {
  if (found) return found.crossings > 1 ? 'found-again' : 'found';
  return reason ?? 'not-measured';
}

/**
 * A break-even with its interval in one unit, e.g. `0.21 ms [0.15, 0.3]`; an end that would go on beyond the measured sizes
 * says so: `[0.01 or less, 0.3]`.
 */
export function sizeInWords(
  { size, openBelow, openAbove }: NonNullable<BreakEvenSummary['found']>,
  names: Names,
): string {
  // Milliseconds, as everywhere about sizes: the sizes on the axis have the same unit.
  const [estimate, low, high] = [size.estimate, size.low, size.high].map((ns) => threeDigits(ns / 1e6));
  return names.text('breakEven.interval', {
    estimate: estimate ?? '',
    unit: 'ms',
    low: openBelow ? names.text('breakEven.orLess', { value: low ?? '' }) : (low ?? ''),
    high: openAbove ? names.text('breakEven.orMore', { value: high ?? '' }) : (high ?? ''),
  });
}

/** A size in milliseconds: all sizes have one unit, so that they can be compared at a glance. */
function inMs(ns: number): string {
  return `${threeDigits(ns / 1e6)} ms`;
}
