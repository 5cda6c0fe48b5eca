import { levelKey, levelValues } from '@core/words/level-words';
import type { Finding, LevelVerdict, Verdict } from '@core/analysis/verdicts';
import { threeDigits } from '@core/texts/format';
import type { ChartTexts } from '../../../charts/chart-theme';
import { plainRatio } from '../../lesson/explanation';

/** Tone of a badge. A surprise is not a fault: it asks for attention. */
type Tone = 'good' | 'warn' | 'neutral';

const findingTones: Readonly<Record<Finding, Tone>> = {
  'as-expected': 'good',
  opposite: 'warn',
  'no-difference': 'warn',
  undecided: 'neutral',
  'not-measured': 'neutral',
  measured: 'neutral',
};

/** The badge beside a verdict: how it stands against theory or, where nothing was predicted, the verdict alone. */
export function markOf({ expect, verdict, finding }: Verdict, texts: ChartTexts): { tone: Tone; words: string } {
  if (expect === 'open') return { tone: 'neutral', words: texts.of(`results.openMark.${verdict ?? 'not-measured'}`) };
  return { tone: findingTones[finding], words: texts.of(`results.mark.${finding}`) };
}

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

/** The badge beside a level. */
export function levelMark({ finding }: LevelVerdict, texts: ChartTexts): { tone: Tone; words: string } {
  return { tone: findingTones[finding], words: texts.of(`results.mark.${finding}`) };
}

/** A verdict about one condition as one sentence with value, interval, threshold and n. */
export function levelSentence(level: LevelVerdict, texts: ChartTexts): string {
  return texts.of(`results.level.${levelKey(level)}`, {
    subject: texts.of(`condition.${level.condition}.subject`),
    measure: texts.glossary(`measure.${level.measure}`),
    ...levelValues(level, '–'),
  });
}
