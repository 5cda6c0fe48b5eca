import type { RecordSummary } from '../ipc/payloads';
import type { Analysis } from './types';
import { searchOf } from '../record/order';
import { hasOwnParameters, machineOf } from '../claims/claim-source';
import { scoreOf } from './prediction-score';
import { definitionFor } from '../experiments/definition-for';
import type { Answers, RunRecord } from '../record/record';
import { namesOf } from '../words/names';
import { headlineOf } from '../words/story';
import { findKeys } from '../texts/translate';

const questions: readonly (keyof Answers)[] = ['observed', 'observation', 'analogy', 'transfers', 'transfer'];

/** What lists show of a record; what is computed comes from the analysis that was made with it. */
export function summariseRecord({
  record,
  analysis,
}: {
  readonly record: RunRecord;
  readonly analysis: Analysis;
}): RecordSummary {
  const score = scoreOf(analysis);
  // The two are wall-clock times: a clock that was set back in between must not give a negative duration.
  const seconds = Math.max(0, (Date.parse(record.endedAt) - Date.parse(record.startedAt)) / 1000);
  return {
    id: record.id,
    title: record.title,
    experiment: record.plan.experiment,
    preset: record.plan.preset,
    startedAt: record.startedAt,
    rounds: record.plan.rounds,
    outcome: record.outcome,
    notes: record.notes,
    warnings: record.warnings.length,
    seconds,
    prediction: record.prediction.status,
    ...(score && { score }),
    ...(isUsual(record) && { usualOn: machineOf(record.environment) }),
    ...(record.plan.workbench && { pace: paceOf(record, seconds) }),
    ...headlineIn(record, analysis),
    isMeasured: analysis.parts.some((part) => part.conditions.length > 0),
    answered: questions.filter((question) => isAnswered(record, question)),
  };
}

/** Bars that are worth drawing in a line of a list. */
const mostBars = 8;

/** The answer, and the conditions of its part to be drawn beside it; nothing where nothing was answered. */
function headlineIn(record: RunRecord, analysis: Analysis): Pick<RecordSummary, 'headline'> {
  const { definition } = record;
  // What contradicts itself answers nothing.
  if (analysis.contradiction !== undefined) return {};
  const found = headlineOf({ record, analysis, experiment: definition, names: namesOf(definition.id) });
  if (!found) return {};
  const { value, sentence, part } = found;
  const measured = (analysis.parts.find((one) => one.part === part)?.conditions ?? []).flatMap(
    ({ condition, headline }) => {
      const own = definition.conditions.find(({ id }) => id === condition);
      const isShown = own && own.idle !== true && own.repeats === undefined;
      return isShown ? [{ strategy: own.strategy, ns: headline.estimate }] : [];
    },
  );
  const longest = Math.max(1, ...measured.map(({ ns }) => ns));
  const bars = measured.slice(0, mostBars).map(({ strategy, ns }) => ({ strategy, share: ns / longest }));
  return { headline: { value, sentence, bars } };
}

/** Whether a question is answered; the new situations only when all of them are. */
function isAnswered({ answers, plan }: RunRecord, question: keyof Answers): boolean {
  if (question !== 'transfers') return answers[question] !== undefined;
  const situations = findKeys(`experiments.${plan.experiment}.questions.transfer`);
  return situations.length > 0 && situations.every((id) => answers.transfers?.[id] !== undefined);
}

/** True if a run of today with nothing chosen would do as much work: only then does its time say how long one takes. */
function isUsual({ plan, definition }: Pick<RunRecord, 'plan' | 'definition'>): boolean {
  const today = definitionFor(plan);
  return (
    !hasOwnParameters({ plan, definition }) && today !== undefined && !hasOwnParameters({ plan, definition: today })
  );
}

function paceOf({ definition, plan }: RunRecord, seconds: number): NonNullable<RecordSummary['pace']> {
  const { expectedSeconds, rounds } = definition.presets[plan.preset];
  const ratio = seconds / Math.max(1, (expectedSeconds * plan.rounds) / rounds);
  return { ratio, isSearch: searchOf(definition) !== undefined };
}
