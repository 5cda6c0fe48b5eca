import type { ConditionSummary, PartSummary } from '../analysis/types';
import { isOpenFinding, type LevelVerdict, type Verdict } from '../analysis/verdicts';
import { workerStates } from '../record/schema-parts';
import {
  capitalised,
  formatDurationInterval,
  formatPlainRatio,
  formatRatio,
  formatShare,
  plainNumber,
  threeDigits,
} from '../texts/format';
import type { TextValues } from '../texts/translate';
import type { Block, Explained } from './blocks';
import { isOpen, roundsInWords, roundsOf, type ReportContext } from './context';
import { levelValues } from './levels';
import { controlSentence, findingMark, isWithinMargin, marginPercent, verdictMark } from './verdicts';

/** Why the parts came out as they did; nothing where nothing was predicted, for there is nothing to explain against. */
export function explanations(context: ReportContext): readonly Block[] {
  const { analysis, experiment } = context;
  if (isOpen(experiment)) return [];
  const parts = analysis.parts.map((part) => ({ part, items: explanationsOf(context, part) }));
  return [
    { kind: 'note', text: explanationNote(context) },
    ...parts
      .filter(({ items }) => items.length > 0)
      .flatMap(({ part, items }): Block[] => [
        { kind: 'heading', text: context.names.part(part.part) },
        { kind: 'explanations', items },
      ]),
  ];
}

/** How explanations are chosen, and what stands behind their numbers. */
export function explanationNote({ analysis, names }: ReportContext): string {
  const rounds = roundsInWords(analysis.parts.flatMap(roundsOf));
  return names.text('results.explanations.note', { rounds });
}

/** Every verdict of a part with what explains it: comparisons first, then single conditions. */
export function explanationsOf(context: ReportContext, part: PartSummary): readonly Explained[] {
  const { names } = context;
  return [
    ...part.verdicts.map((verdict) => ({
      name: names.compared(verdict),
      text: explanationOf(context, verdict),
      mark: verdictMark(verdict, names),
      isSurprise: verdict.finding === 'opposite',
    })),
    ...part.levels.map((level) => ({
      name: `${names.subject(level.condition)}: ${names.measure(level.measure)}`,
      text: levelExplanationOf(context, level),
      mark: findingMark(level.finding, names),
      isSurprise: level.finding === 'opposite',
    })),
  ];
}

/**
 * The explanation of a comparison, chosen by its finding alone and filled with the numbers of the run. "Undecided" and "not
 * measured" say the same whatever was compared; a number that was not measured is said to be so.
 */
export function explanationOf(context: ReportContext, verdict: Verdict): string {
  const { names, record } = context;
  const { ratio, floor, rounds, expect } = verdict;
  const missing = names.text('results.wages.unknown');
  // A gap is shorter, work goes on sooner: only times until all is done are faster.
  const word = (direction: 'faster' | 'slower'): string => names.text(`results.verdicts.word.${direction}`);
  const words = { faster: word('faster'), slower: word('slower') };
  return names.text(explanationPath(verdict, context.analysis.method.minimumRounds), {
    ...record.plan.parameters,
    ...sideValues(context, verdict.part, 'condition', verdict.condition),
    ...sideValues(context, verdict.part, 'baseline', verdict.baseline),
    ratio: ratio ? formatRatio(ratio, words) : missing,
    plainRatio: ratio ? formatPlainRatio(ratio) : missing,
    ratioName: uncapitalised(names.text('results.verdicts.ratio')),
    floor: floor === null ? missing : threeDigits(floor),
    noDifference: names.text(`lesson.explain.same.${isWithinMargin(verdict) ? 'margin' : 'floor'}`, {
      percent: marginPercent(verdict),
    }),
    minimum: context.analysis.method.minimumRounds,
    limit: plainNumber(context.analysis.method.largestFloor ?? 1),
    control: controlSentence(partSummary(context, verdict.part), names) ?? names.text('lesson.explain.waited'),
    rounds,
    expect: names.text(`results.verdicts.theory.${expect}`),
    cores: record.environment.availableParallelism,
  });
}

/** Path of the text that explains a comparison, below the experiment. */
export function explanationPath(
  verdict: Pick<Verdict, 'part' | 'condition' | 'baseline' | 'finding' | 'expect' | 'rounds'>,
  minimumRounds: number,
): string {
  const { part, condition, baseline, finding, expect, rounds } = verdict;
  if (finding === 'undecided' && rounds < minimumRounds) return tooFewRounds;
  if ((finding === 'undecided' || finding === 'too-noisy') && expect === 'open')
    return `lesson.explain.${finding}-open`;
  if (isOpenFinding(finding)) return `lesson.explain.${finding}`;
  return `explanation.${part}.${condition}.${baseline}.${finding}`;
}

/** The explanation of a verdict about one condition, chosen and filled in the same way. */
export function levelExplanationOf(context: ReportContext, level: LevelVerdict): string {
  const { names, record } = context;
  return names.text(levelExplanationPath(level, context.analysis.method.minimumRounds), {
    ...record.plan.parameters,
    ...sideValues(context, level.part, 'condition', level.condition),
    ...levelValues(level),
    measure: names.measure(level.measure),
    rounds: level.rounds,
    minimum: context.analysis.method.minimumRounds,
    control: controlSentence(partSummary(context, level.part), names) ?? names.text('lesson.explain.waited'),
    expect: names.glossary(`level.${level.expect}`),
    cores: record.environment.availableParallelism,
  });
}

const tooFewRounds = 'lesson.explain.too-few-rounds';

function levelExplanationPath(
  { part, condition, measure, finding, rounds }: LevelVerdict,
  minimumRounds: number,
): string {
  if (finding === 'undecided' && rounds < minimumRounds) return tooFewRounds;
  if (finding === 'undecided' || finding === 'not-measured' || finding === 'not-judged') {
    return `lesson.explain.${finding}-level`;
  }
  return `explanation.${part}.${condition}.${measure}.${finding}`;
}

function partSummary({ analysis }: ReportContext, part: string): Pick<PartSummary, 'part' | 'control'> {
  return analysis.parts.find((one) => one.part === part) ?? { part };
}

/** `conditionTotal`, `conditionBusy`, `hiring`, … for one side of a comparison. */
function sideValues(
  { analysis, names }: ReportContext,
  part: string,
  side: 'condition' | 'baseline',
  id: string,
): TextValues {
  const missing = names.text('results.wages.unknown');
  const summary: ConditionSummary | undefined = analysis.parts
    .find((one) => one.part === part)
    ?.conditions.find(({ condition }) => condition === id);
  const wages = analysis.wages.find(({ condition }) => condition === id);
  const shares = workerStates.map((state): [string, string] => [
    `${side}${capitalised(state)}`,
    summary ? formatShare(summary.stateShares[state]) : missing,
  ]);
  return {
    [`${side}Total`]: summary ? formatDurationInterval(summary.headline) : missing,
    ...Object.fromEntries(shares),
    [side === 'condition' ? 'hiring' : 'baselineHiring']: wages
      ? names.text('lesson.explain.hiring', { time: formatDurationInterval(wages.hiring), n: wages.hiring.n })
      : missing,
  };
}

function uncapitalised(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
