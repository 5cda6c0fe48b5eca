import type { RecordSummary } from '@core/ipc/payloads';
import { scoreOf } from '@core/runs/prediction-score';
import type { Answers } from '@core/runs/record';
import type { SealedRecord } from '../../workers/protocol';

const questions: readonly (keyof Answers)[] = ['observation', 'analogy', 'transfer'];

/** What lists show of a record. Everything computed comes from the analysis that the analysis process made with it. */
export function summarise({ record, analysis }: Pick<SealedRecord, 'record' | 'analysis'>): RecordSummary {
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
    isMeasured: analysis.parts.some((part) => part.conditions.length > 0),
    answered: questions.filter((question) => record.answers[question] !== undefined),
  };
}
