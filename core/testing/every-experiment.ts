/** Synthetic, for tests only: one invented record of every experiment and of the Workbench, with all that is measured. */
import { catalogue, findExperiment } from '../experiments/catalogue';
import { namesOf } from '../words/names';
import type { ReportContext } from '../words/context';
import { analyse } from '../analysis/analysis';
import type { ForecastDefinition } from '../experiments/forecasts';
import type { ForecastAnswer } from '../record/forecasts';
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

const made = new Map<number, ReadonlyMap<string, RunRecord>>();

/** A record of each experiment by its id, predicted as its parts ask for it, on a machine with this many cores; made once. */
export function recordsOfEveryExperiment(cores = 4): ReadonlyMap<string, RunRecord> {
  const records = made.get(cores) ?? makeRecords(cores);
  made.set(cores, records);
  return records;
}

function makeRecords(cores: number): ReadonlyMap<string, RunRecord> {
  const records = catalogue.flatMap(({ id }): [string, RunRecord][] => {
    const experiment = findExperiment(id, cores);
    if (!experiment) return [];
    if (id === 'eggs-and-toast') {
      const record = syntheticRecord({ cores });
      return [[id, { ...record, prediction: predictionOf(record) }]];
    }
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
  const { parts, conditions, forecasts = [] } = record.definition;
  const asked = parts
    .map((part) => ({ ...part, asked: part.predicted ?? part.conditions }))
    .filter((part) => part.asked.length > 0);
  const by = (kind: 'numbers' | 'curve' | 'ranking') => asked.filter(({ predictBy = 'numbers' }) => predictBy === kind);
  const isFirst = (id: string): boolean => conditions.some((one) => one.id === id && one.repeats === undefined);
  const valued = (ids: readonly string[]): Record<string, number> =>
    Object.fromEntries(ids.filter(isFirst).map((id, index) => [id, 1 + index]));
  return {
    status: 'given',
    reason: 'Because.',
    ...(forecasts.length > 0 && { forecasts: Object.fromEntries(forecasts.map((one) => [one.id, answerTo(one)])) }),
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

/** An answer to a forecast, right or not. */
export function answerTo(forecast: ForecastDefinition): ForecastAnswer {
  const by = <Value>(ids: readonly string[], value: (index: number) => Value): Record<string, Value> =>
    Object.fromEntries(ids.map((id, index) => [id, value(index)]));
  switch (forecast.kind) {
    case 'size':
      return { kind: 'size', sizes: by(forecast.conditions, (index) => forecast.from * 10 ** (1 + index)) };
    case 'apart':
      return {
        kind: 'apart',
        percent: by(
          forecast.rows.map(({ id }) => id),
          (index) => 1 + index,
        ),
      };
    case 'pick':
      return {
        kind: 'pick',
        picks: by(
          forecast.rows.map(({ id }) => id),
          (index) => forecast.options[index % forecast.options.length] ?? '',
        ),
      };
    case 'marks':
      return { kind: 'marks', marks: by(forecast.conditions, (index) => ({ x: Math.min(1, index / 2), y: 0.5 })) };
    case 'trace':
      return {
        kind: 'trace',
        bars: by(forecast.conditions, () =>
          forecast.tasks.map(({ id, waits }, index) => ({
            task: id,
            lane: 'you',
            state: waits ? ('blocked' as const) : ('busy' as const),
            startMs: 100 * index,
            endMs: 100 * index + 80,
          })),
        ),
      };
  }
}
