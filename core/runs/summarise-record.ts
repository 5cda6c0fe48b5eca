import type { RecordSummary } from '../ipc/payloads';
import type { RunRecord } from './record';

/** What a list shows of a record. */
export function summariseRecord(record: RunRecord): RecordSummary {
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
  };
}
