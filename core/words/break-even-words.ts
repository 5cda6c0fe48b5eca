import type { BreakEvenSummary } from '../analysis/break-even';
import { minimumRounds } from '../statistics/verdict';
import { threeDigits } from '../texts/format';
import type { TextValues } from '../texts/translate';
import { namesOf } from './names';

/** Looks up a text of the experiment below `breakEven`. */
export type BreakEvenTexts = (key: string, values?: TextValues) => string;

/** Path below `breakEven` of the sentence for a summary. */
export function breakEvenKey({ found, reason }: BreakEvenSummary): string {
  if (found) return found.crossings > 1 ? 'found-again' : 'found';
  return reason ?? 'not-measured';
}

/** The sentence for a summary, in the experiment's words: for the report and the command line. */
export function breakEvenSentence(experiment: string, summary: BreakEvenSummary): string {
  const names = namesOf(experiment);
  const text: BreakEvenTexts = (path, values) => names.text(path, values);
  return text(`breakEven.${breakEvenKey(summary)}`, {
    subject: text(`condition.${summary.condition}.subject`),
    baseline: text(`condition.${summary.baseline}.short`),
    ...breakEvenValues(summary, (key, values) => text(`breakEven.${key}`, values)),
  });
}

/** The numbers of the sentence, but for the names of the two conditions. */
export function breakEvenValues(summary: BreakEvenSummary, say: BreakEvenTexts): TextValues {
  const { points, between, rounds, found } = summary;
  const from = between?.[0] ?? points[0];
  const to = between?.[1] ?? points.at(-1);
  return {
    size: found ? sizeInWords(found, say) : '',
    from: from ? inMs(from.sizeNs) : '–',
    to: to ? inMs(to.sizeNs) : '–',
    n: rounds,
    crossings: found?.crossings ?? 0,
    minimum: minimumRounds,
  };
}

/**
 * A break-even with its interval in one unit, e.g. `0.21 ms [0.15, 0.3]`; an end that would go on beyond the measured sizes
 * says so: `[0.01 or less, 0.3]`.
 */
export function sizeInWords(
  { size, openBelow, openAbove }: NonNullable<BreakEvenSummary['found']>,
  say: BreakEvenTexts,
): string {
  // Milliseconds, as everywhere about sizes: the sizes on the axis have the same unit.
  const [estimate, low, high] = [size.estimate, size.low, size.high].map((ns) => threeDigits(ns / 1e6));
  return say('interval', {
    estimate: estimate ?? '',
    unit: 'ms',
    low: openBelow ? say('orLess', { value: low ?? '' }) : (low ?? ''),
    high: openAbove ? say('orMore', { value: high ?? '' }) : (high ?? ''),
  });
}

/** A size in milliseconds: all sizes have one unit, so that they can be compared at a glance. */
function inMs(ns: number): string {
  return `${threeDigits(ns / 1e6)} ms`;
}
