import type { Analysis, ConditionSummary } from '../analysis/types';
import type { RunRecord } from '../record/record';
import type { LevelVerdict, Verdict } from '../analysis/verdicts';
import { minimumRounds } from '../statistics/verdict';
import { formatDurationInterval, formatPlainRatio, formatRatio, formatShare, threeDigits } from '../texts/format';
import { experimentText } from '../texts/experiment-text';
import { translate, type TextValues } from '../texts/translate';
import { levelExplanationPath, levelValues, tooFewRounds } from './level-words';
import { textAt } from './names';

/**
 * The explanation of a comparison, chosen by its finding alone and filled with the numbers of the run. Undefined if the
 * experiment has no text for it, or if the text speaks of a number that was not measured.
 */
export function explanationOf(record: RunRecord, analysis: Analysis, verdict: Verdict): string | undefined {
  const { part, condition, baseline, finding, expect, rounds } = verdict;
  const shared = finding === 'undecided' && expect === 'open' ? 'undecided-open' : finding;
  const { experiment } = record.plan;
  const values = explanationValues(record, analysis, verdict);
  if (finding === 'undecided' && rounds < minimumRounds) {
    const few = experimentText(experiment, tooFewRounds);
    return textAt(few.path, { ...few.values, ...values });
  }
  const own = experimentText(experiment, `explanation.${part}.${condition}.${baseline}.${finding}`);
  const text =
    textAt(own.path, { ...own.values, ...values }) ??
    textAt(`experiments.${experiment}.lesson.explain.${shared}`, values);
  return text === undefined || /\{\w+\}/.test(text) ? undefined : text;
}

/** What explanations may speak of, in words with units and intervals; what was not measured is left out. */
export function explanationValues(record: RunRecord, analysis: Analysis, verdict: Verdict): TextValues {
  const part = analysis.parts.find((one) => one.part === verdict.part);
  const summary = (id: string): ConditionSummary | undefined => part?.conditions.find((one) => one.condition === id);
  const { ratio, floor, rounds, expect } = verdict;
  return {
    ...Object.fromEntries(Object.entries(record.plan.parameters).map(([id, value]) => [id, value])),
    ...sideValues(record, analysis, 'condition', summary(verdict.condition), verdict.condition),
    ...sideValues(record, analysis, 'baseline', summary(verdict.baseline), verdict.baseline),
    ...(ratio && {
      ratio: formatRatio(ratio),
      plainRatio: formatPlainRatio(ratio),
    }),
    ...(floor !== null && { floor: threeDigits(floor) }),
    rounds,
    expect: translate(`glossary.expect.${expect}`),
    cores: record.environment.availableParallelism,
  };
}

function sideValues(
  record: RunRecord,
  analysis: Analysis,
  side: 'condition' | 'baseline',
  summary: ConditionSummary | undefined,
  id: string,
): TextValues {
  const wages = analysis.wages.find((one) => one.condition === id);
  return {
    ...(summary && {
      [`${side}Total`]: formatDurationInterval(summary.total),
      [`${side}Blocked`]: formatShare(summary.stateShares.blocked),
      [`${side}Busy`]: formatShare(summary.stateShares.busy),
    }),
    ...(wages && {
      [side === 'condition' ? 'hiring' : 'baselineHiring']: translate(
        `experiments.${record.plan.experiment}.lesson.explain.hiring`,
        { time: formatDurationInterval(wages.hiring), n: wages.hiring.n },
      ),
    }),
  };
}

/** The explanation of a verdict about one condition. Undefined as for `explanationOf`. */
export function levelExplanationOf(record: RunRecord, analysis: Analysis, level: LevelVerdict): string | undefined {
  const { experiment } = record.plan;
  const place = experimentText(experiment, levelExplanationPath(level));
  const summary = analysis.parts
    .find((one) => one.part === level.part)
    ?.conditions.find((one) => one.condition === level.condition);
  const text = textAt(place.path, {
    ...place.values,
    ...Object.fromEntries(Object.entries(record.plan.parameters)),
    ...sideValues(record, analysis, 'condition', summary, level.condition),
    ...levelValues(level, '–'),
    measure: translate(`glossary.measure.${level.measure}`),
    rounds: level.rounds,
    expect: translate(`glossary.level.${level.expect}`),
    cores: record.environment.availableParallelism,
  });
  return text === undefined || /\{\w+\}/.test(text) ? undefined : text;
}
