import type { RecordSummary } from '../ipc/payloads';
import type { Analysis } from './types';
import { hasOwnParameters, machineOf } from '../claims/claim-source';
import { scoreOf } from './prediction-score';
import type { Answers, RunRecord } from '../record/record';

const questions: readonly (keyof Answers)[] = ['observation', 'analogy', 'transfer'];

/** What lists show of a record; what is computed comes from the analysis that was made with it. */
export function summariseRecord({
  record,
  analysis,
}: {
  readonly record: RunRecord;
  readonly analysis: Pick<Analysis, 'prediction' | 'parts'>;
}): RecordSummary {
  const score = scoreOf(analysis);
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
    // The two are wall-clock times: a clock that was set back in between must not give a negative duration.
    seconds: Math.max(0, (Date.parse(record.endedAt) - Date.parse(record.startedAt)) / 1000),
    prediction: record.prediction.status,
    ...(score && { score }),
    ...(!hasOwnParameters(record) && { usualOn: machineOf(record.environment) }),
    isMeasured: analysis.parts.some((part) => part.conditions.length > 0),
    answered: questions.filter((question) => record.answers[question] !== undefined),
  };
}
