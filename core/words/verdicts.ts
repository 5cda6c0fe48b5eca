import { measureUnits } from '../experiments/measures';
import type { PartSummary } from '../analysis/types';
import type { Finding, Verdict } from '../analysis/verdicts';
import { minimumRounds } from '../statistics/verdict';
import {
  formatMeasure,
  formatPlainRatio,
  formatThreshold,
  plainNumber,
  ratioBounds,
  threeDigits,
} from '../texts/format';
import type { Block, Mark, Sentence, Table, Tone } from './blocks';
import { countOfRounds, type ReportContext } from './context';
import type { Names } from './names';

/** What stands where a number was not measured. */
export const untold = '–';

const tones: Readonly<Record<Finding, Tone>> = {
  'as-expected': 'good',
  opposite: 'warn',
  'no-difference': 'warn',
  'too-noisy': 'neutral',
  undecided: 'neutral',
  'not-measured': 'neutral',
  'not-judged': 'neutral',
  'not-resolved': 'neutral',
  measured: 'neutral',
};

/** How a finding stands to theory. */
export function findingMark(finding: Finding, names: Names): Mark {
  return { tone: tones[finding], words: names.glossary(`finding.${finding}`) };
}

/** The mark beside a verdict: how it stands to theory or, where nothing was predicted, the verdict alone. */
export function verdictMark({ expect, verdict, finding }: Verdict, names: Names): Mark {
  if (expect !== 'open') return findingMark(finding, names);
  return { tone: 'neutral', words: names.text(`results.openMark.${verdict ?? finding}`) };
}

/** A verdict as one sentence with ratio, interval and n. "1.9x faster" is the inverse of a time ratio, its bounds turned. */
export function verdictSentence(
  verdict: Pick<Verdict, 'condition' | 'baseline' | 'ratio' | 'verdict' | 'floor' | 'margin' | 'rounds' | 'finding'>,
  names: Names,
): string {
  const { condition, baseline, ratio, floor, rounds, finding } = verdict;
  const sides = { subject: names.subject(condition), baseline: names.short(baseline) };
  if (finding === 'not-resolved') return names.text('results.sentence.not-resolved', sides);
  if (ratio === null) return names.text('results.sentence.not-measured', sides);
  const { estimate, low, high } = ratio;
  const factors =
    verdict.verdict === 'faster' ? { estimate: 1 / estimate, low: 1 / high, high: 1 / low } : { estimate, low, high };
  return names.text(`results.sentence.${sentenceOf(verdict)}`, {
    ...sides,
    percent: marginPercent(verdict),
    minimum: minimumRounds,
    times: threeDigits(factors.estimate),
    bounds: ratioBounds(factors),
    plainRatio: formatPlainRatio(ratio),
    floor: floor === null ? untold : threeDigits(floor),
    rounds: countOfRounds(rounds),
  });
}

/** Which sentence says a verdict: "no difference" within a declared margin, and too few rounds, have their own. */
function sentenceOf(judged: Pick<Verdict, 'verdict' | 'floor' | 'margin' | 'rounds'>): string {
  const { verdict, rounds } = judged;
  if (verdict === null) return 'not-judged';
  if (verdict === 'undecided' && rounds < minimumRounds) return 'too-few-rounds';
  return verdict === 'no-difference' && isWithinMargin(judged) ? 'no-difference-margin' : verdict;
}

/** Whether the declared margin, and not the noise floor, is what two conditions have to stay within. */
export function isWithinMargin({ floor, margin = 1 }: Pick<Verdict, 'floor' | 'margin'>): boolean {
  return margin > (floor ?? 1);
}

/** The declared margin in percent either way; nothing where there is none. */
export function marginPercent({ margin }: Pick<Verdict, 'margin'>): string {
  return margin === undefined ? untold : plainNumber((margin - 1) * 100);
}

/** Every comparison of a part as a sentence with its mark. */
export function verdictSentences(part: Pick<PartSummary, 'verdicts'>, names: Names): readonly Sentence[] {
  return part.verdicts.map((verdict) => ({ text: verdictSentence(verdict, names), mark: verdictMark(verdict, names) }));
}

/** Every comparison of a part with its ratio, noise floor, verdict and, where it says anything, what theory says. */
export function verdictsTable(part: PartSummary, names: Names): Table {
  const say = (key: string): string => names.text(`results.verdicts.${key}`);
  const predicts = part.verdicts.some(({ expect }) => expect !== 'open');
  return {
    caption: names.text('results.verdicts.partTitle', { part: names.part(part.part) }),
    columns: [
      { label: say('compared') },
      ...['ratio', 'floor', 'n'].map((key) => ({ label: say(key), numeric: true })),
      ...['verdict', ...(predicts ? ['expect', 'finding'] : [])].map((key) => ({ label: say(key) })),
    ],
    rows: part.verdicts.map((verdict) => [
      names.compared(verdict),
      verdict.ratio ? formatPlainRatio(verdict.ratio) : untold,
      verdict.floor === null ? untold : `${threeDigits(verdict.floor)}x`,
      verdict.rounds,
      say(`word.${verdict.verdict ?? verdict.finding}`),
      ...(predicts ? [say(`theory.${verdict.expect}`), findingMark(verdict.finding, names)] : []),
    ]),
  };
}

/** How much equal work differed in a part, or why that is not known: below the sentences of the part. */
export function noiseSentence({ part, noise, checksumsAgree }: PartSummary, names: Names): string {
  const said = { part: names.part(part) };
  if (!checksumsAgree) return names.text('results.noise.checksums', said);
  if (!noise) return names.text('results.noise.missing', said);
  const percentAbove = (ratio: number): string => threeDigits((ratio - 1) * 100);
  return names.text('results.noise.measured', {
    ...said,
    measured: percentAbove(noise.measuredRatio),
    floor: percentAbove(noise.ratio),
    rounds: countOfRounds(noise.n),
  });
}

/** Why nothing of a part is judged, with the number that says so; undefined where nothing forbids it. */
export function controlSentence(
  { part, control }: Pick<PartSummary, 'part' | 'control'>,
  names: Names,
): string | undefined {
  if (!control || control.holds) return undefined;
  const { condition, measure, threshold, value } = control;
  const unit = measureUnits[measure];
  return names.text(`results.control.${value ? 'failed' : 'missing'}`, {
    part: names.part(part),
    condition: names.condition(condition),
    measure: names.measure(measure),
    value: value ? formatMeasure(unit, value) : untold,
    threshold: formatThreshold(unit, threshold),
    rounds: countOfRounds(value?.n ?? 0),
  });
}

/** What may not be compared, or not judged, said where the verdicts stand. */
export function partNotices(part: PartSummary, { names }: Pick<ReportContext, 'names'>): readonly Block[] {
  const control = controlSentence(part, names);
  return [
    ...(part.checksumsAgree ? [] : [{ kind: 'notice', text: noiseSentence(part, names) } as const]),
    ...(control === undefined ? [] : [{ kind: 'notice', text: control } as const]),
  ];
}
