import { typicalRound } from '@core/analysis/typical-round';
import type { Race } from '@core/experiments/experiment';
import type { ExperimentDefinition } from '@core/experiments/definition-types';
import { drawnTotalsMs } from '@core/analysis/drawn-totals';
import type { RunRecord } from '@core/record/record';
import { kitchenOf, stationOf } from '../kitchen/kitchen-run';
import type { Kitchen } from '../kitchen/kitchen-run';

// The kitchens that race: as they were recorded, or, before a run, as they stand with nothing begun.

/** Recorded kitchens of one round of a record. */
export interface RecordedRace {
  readonly round: number;
  /** Measured rounds of the plan. */
  readonly rounds: number;
  readonly kitchens: readonly Kitchen[];
}

/** The typical round of the two conditions; undefined if no round holds both. */
export function recordedRace(record: RunRecord, { part, conditions }: Race): RecordedRace | undefined {
  const { definition } = record;
  const found = typicalRound(record, definition, part, conditions);
  const cells = conditions.flatMap((id) => found?.cells.get(id) ?? []);
  if (!found || cells.length < conditions.length) return undefined;
  const kitchens = cells.map((cell) => kitchenOf(record, definition, cell));
  return { round: found.round, rounds: record.plan.rounds, kitchens };
}

/** A kitchen before anything has begun: its cooks, and every ticket on the board. Its one moment is the start. */
export function stillKitchen(experiment: ExperimentDefinition, part: string, condition: string): Kitchen {
  const definition = experiment.parts.find(({ id }) => id === part);
  const seats = experiment.conditions.find(({ id }) => id === condition)?.seats ?? [];
  // What is begun after the end is never begun.
  const never = { startNs: Infinity, servedNs: Infinity, sentNs: undefined, answeredNs: undefined };
  const tasks = (definition?.tasks ?? []).map((task) => {
    return { task, cook: 0, station: stationOf(task, definition), ...never };
  });
  return {
    condition,
    totalNs: 0,
    houses: 1,
    cooks: seats.map(({ id, kind, hired }) => ({
      worker: `${condition}/${id}`,
      seat: id,
      kind,
      hired,
      house: 0,
      cpuNs: null,
      spans: [{ state: 'idle', startNs: 0, endNs: 0, task: undefined }],
    })),
    tasks,
    byServed: tasks,
    stations: new Map(tasks.map(({ task, station }) => [task, station])),
    momentsNs: [0],
    messages: 0,
  };
}

/** When a person said that everything is done, by condition, in nanoseconds; nothing where nothing was said. */
export function flagsOf(
  totalsMs: Readonly<Record<string, Readonly<Record<string, number | undefined>>>>,
  { part, conditions }: Race,
): ReadonlyMap<string, number> {
  const flags = conditions.flatMap((id): [string, number][] => {
    const ms = totalsMs[part]?.[id];
    return ms === undefined ? [] : [[id, ms * 1e6]];
  });
  return new Map(flags);
}

/** The flags of a prediction that was frozen: said as times, or drawn. */
export function flagsOfPrediction(
  { prediction, definition }: Pick<RunRecord, 'prediction' | 'definition'>,
  race: Race,
): ReadonlyMap<string, number> {
  if (prediction.status !== 'given') return new Map();
  return flagsOf({ ...prediction.totalsMs, ...drawnTotalsMs(definition, prediction.forecasts) }, race);
}
