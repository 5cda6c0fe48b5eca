import type { Finding, Verdict } from '@core/runs/verdicts';
import { threeDigits } from '@core/texts/format';
import type { ChartTexts } from '../../charts/chart-theme';
import { plainRatio } from '../lesson/explanation';

/** Tone of the badge beside a finding's words. A surprise is not a fault: it asks for attention. */
export const findingTones: Readonly<Record<Finding, 'good' | 'warn' | 'neutral'>> = {
  'as-expected': 'good',
  opposite: 'warn',
  'no-difference': 'warn',
  undecided: 'neutral',
  'not-measured': 'neutral',
};

/** A verdict as one sentence with ratio, interval and n. */
export function verdictSentence(verdict: Verdict, texts: ChartTexts): string {
  const { ratio, floor, rounds } = verdict;
  const kind = ratio === null || verdict.verdict === null ? 'not-measured' : verdict.verdict;
  const isSlower = verdict.verdict === 'slower';
  // "1.9x faster" is the inverse of a time ratio, and its bounds change places.
  const factors =
    ratio && (isSlower ? ratio : { estimate: 1 / ratio.estimate, low: 1 / ratio.high, high: 1 / ratio.low });
  return texts.of(`results.sentence.${kind}`, {
    subject: texts.of(`condition.${verdict.condition}.subject`),
    baseline: texts.of(`condition.${verdict.baseline}.short`),
    times: factors ? threeDigits(factors.estimate) : '',
    low: factors ? threeDigits(factors.low) : '',
    high: factors ? threeDigits(factors.high) : '',
    plainRatio: plainRatio(ratio),
    floor: floor === null ? '–' : threeDigits(floor),
    n: rounds,
  });
}
