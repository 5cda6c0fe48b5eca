/** Synthetic, for tests only: one invented record of every experiment and of the Workbench, with all that is measured. */
import { catalogue, findExperiment } from '../experiments/catalogue';
import { namesOf } from '../words/names';
import type { ReportContext } from '../words/context';
import { analyse } from '../analysis/analysis';
import type { Prediction } from '../record/plan';
import type { RunRecord } from '../record/record';
import { syntheticTasksRecord } from './synthetic-tasks';
import { withAllMeasures } from './synthetic-measures';
import { syntheticRecord } from './synthetic-record';
import { syntheticWorkbenchRecord } from './synthetic-workbench';

/** What pages and reports are made from, for a record. */
export function contextOf(record: RunRecord): ReportContext {
  const experiment = record.definition;
  return { record, analysis: analyse(record), experiment, names: namesOf(experiment.id) };
}

/** A record of each experiment by its id, predicted as its parts ask for it, on a machine with this many cores. */
export function recordsOfEveryExperiment(cores = 4): ReadonlyMap<string, RunRecord> {
  const records = catalogue.flatMap(({ id }): [string, RunRecord][] => {
    const experiment = findExperiment(id, cores);
    if (!experiment) return [];
    if (id === 'eggs-and-toast') return [[id, syntheticRecord({ cores })]];
    const record = syntheticTasksRecord(experiment, {
      cores,
      totalMs: (part, condition) => 40 + ((part.length * 31 + condition.length * 17) % 90),
      shape: withAllMeasures,
    });
    return [[id, { ...record, prediction: predictionOf(record) }]];
  });
  return new Map([...records, ['workbench', syntheticWorkbenchRecord({ cores })]]);
}

function predictionOf(record: RunRecord): Prediction {
  const { parts, conditions } = record.definition;
  const asked = parts.map((part) => ({ ...part, asked: part.predicted ?? part.conditions }));
  const by = (kind: 'numbers' | 'curve' | 'ranking') => asked.filter(({ predictBy = 'numbers' }) => predictBy === kind);
  const isFirst = (id: string): boolean => conditions.some((one) => one.id === id && one.repeats === undefined);
  const valued = (ids: readonly string[]): Record<string, number> =>
    Object.fromEntries(ids.filter(isFirst).map((id, index) => [id, 1 + index]));
  return {
    status: 'given',
    reason: 'Because.',
    frozenAt: '2026-01-02T03:04:00.000Z',
    totalsMs: Object.fromEntries(by('numbers').map(({ id, asked: ids }) => [id, valued(ids)])),
    ...(by('curve').length > 0 && {
      speedups: Object.fromEntries(by('curve').map(({ id, asked: ids }) => [id, valued(ids)])),
    }),
    ...(by('ranking').length > 0 && {
      rankings: Object.fromEntries(
        by('ranking').map(({ id, asked: ids }) => [id, ids.filter(isFirst).map((one) => [one])]),
      ),
    }),
  };
}
