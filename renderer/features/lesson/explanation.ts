import type { ConditionSummary, PartSummary } from '@core/analysis/types';
import type { Analysis } from '@core/analysis/types';
import type { RunRecord } from '@core/record/record';
import { workerStates } from '@core/record/schema-parts';
import { levelExplanationPath, levelValues, tooFewRounds } from '@core/words/level-words';
import type { LevelVerdict, Verdict } from '@core/analysis/verdicts';
import { minimumRounds } from '@core/statistics/verdict';
import {
  capitalised,
  formatDurationInterval,
  formatPlainRatio,
  formatRatio,
  formatShare,
  threeDigits,
} from '@core/texts/format';
import type { TextValues } from '@core/texts/translate';
import type { ChartTexts } from '../../charts/chart-theme';

/**
 * Path of the text that explains a comparison, below `experiments.<id>`. The finding alone chooses it; "undecided" and
 * "not measured" say the same whatever was compared.
 */
export function explanationPath(
  verdict: Pick<Verdict, 'part' | 'condition' | 'baseline' | 'finding' | 'expect' | 'rounds'>,
): string {
  const { part, condition, baseline, finding, expect, rounds } = verdict;
  if (finding === 'undecided' && rounds < minimumRounds) return tooFewRounds;
  if (finding === 'undecided' && expect === 'open') return 'lesson.explain.undecided-open';
  if (finding === 'undecided' || finding === 'not-measured') return `lesson.explain.${finding}`;
  return `explanation.${part}.${condition}.${baseline}.${finding}`;
}

const nothing = '–';

/** A time ratio without words: `1.01 [0.99, 1.02]`. */
export function plainRatio(ratio: Verdict['ratio']): string {
  // The space inside the brackets does not break, so that an interval stays on one line.
  return ratio ? formatPlainRatio(ratio).replace(', ', ',\u00a0').replace('(no ', '(no\u00a0') : nothing;
}

/** The measured numbers that an explanation may name, each with its interval where it has one. */
export function explanationValues(
  verdict: Verdict,
  record: RunRecord,
  analysis: Analysis,
  texts: ChartTexts,
): TextValues {
  const part = analysis.parts.find((one) => one.part === verdict.part);
  const hiring = (condition: string): string => {
    const wages = analysis.wages.find((one) => one.condition === condition);
    if (!wages) return texts.of('results.wages.unknown');
    return texts.of('lesson.explain.hiring', { time: formatDurationInterval(wages.hiring), n: wages.hiring.n });
  };
  return {
    ...record.plan.parameters,
    ...conditionValues('condition', find(part, verdict.condition)),
    ...conditionValues('baseline', find(part, verdict.baseline)),
    ratio: verdict.ratio ? formatRatio(verdict.ratio) : nothing,
    plainRatio: plainRatio(verdict.ratio),
    floor: verdict.floor === null ? nothing : threeDigits(verdict.floor),
    rounds: verdict.rounds,
    expect: texts.glossary(`expect.${verdict.expect}`),
    cores: record.environment.availableParallelism,
    hiring: hiring(verdict.condition),
    baselineHiring: hiring(verdict.baseline),
  };
}

function find(part: PartSummary | undefined, condition: string): ConditionSummary | undefined {
  return part?.conditions.find((one) => one.condition === condition);
}

/** `conditionTotal`, `conditionBusy`, … for one side of a comparison. */
function conditionValues(side: 'condition' | 'baseline', summary: ConditionSummary | undefined): TextValues {
  const shares = workerStates.map((state): [string, string] => {
    const name = `${side}${capitalised(state)}`;
    return [name, summary ? formatShare(summary.stateShares[state]) : nothing];
  });
  return {
    [`${side}Total`]: summary ? formatDurationInterval(summary.total) : nothing,
    ...Object.fromEntries(shares),
  };
}

/** The explanation of a verdict about one condition, chosen by its finding alone and filled with the numbers of the run. */
export function levelExplanation(
  level: LevelVerdict,
  record: RunRecord,
  analysis: Analysis,
  texts: ChartTexts,
): string {
  const part = analysis.parts.find((one) => one.part === level.part);
  return texts.of(levelExplanationPath(level), {
    ...record.plan.parameters,
    ...conditionValues('condition', find(part, level.condition)),
    ...levelValues(level, nothing),
    measure: texts.glossary(`measure.${level.measure}`),
    rounds: level.rounds,
    expect: texts.glossary(`level.${level.expect}`),
    cores: record.environment.availableParallelism,
  });
}
