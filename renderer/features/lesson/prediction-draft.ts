import { predictedConditions } from '@core/experiments/predicted-conditions';
import type { ExperimentDefinition, PartDefinition, PredictionKind } from '@core/experiments/definition-types';
import { placesOf } from '@core/analysis/prediction';
import { askedIn, type ForecastDefinition } from '@core/experiments/forecasts';
import type { ForecastAnswer } from '@core/record/forecasts';
import type { Prediction } from '@core/record/plan';

/** Smallest and largest total that can be predicted, in milliseconds; the largest is that of the plan's schema. */
export const predictionRangeMs = { minimum: 1, maximum: 60_000 } as const;
/** Longest text that a record stores for a reason or an answer, in characters. */
export const longestText = 4000;

/** A prediction in the making: nothing is set until the person sets it. */
export interface PredictionDraft {
  /** part -> condition -> milliseconds, undefined while unset. */
  readonly totalsMs: Readonly<Record<string, Readonly<Record<string, number | undefined>>>>;
  /** part -> condition -> times as fast as one, where a curve is sketched; undefined while unset. */
  readonly speedups: Readonly<Record<string, Readonly<Record<string, number | undefined>>>>;
  /** part -> condition -> place from 1 (fastest), where an order is predicted; equal places are ties. */
  readonly places: Readonly<Record<string, Readonly<Record<string, number | undefined>>>>;
  /** By forecast: what is set of it so far. */
  readonly forecasts: Readonly<Record<string, ForecastAnswer>>;
  readonly reason: string;
}

export const emptyDraft: PredictionDraft = { totalsMs: {}, speedups: {}, places: {}, forecasts: {}, reason: '' };

/** True for a total that can be stored. */
export function isValidTotal(milliseconds: number | undefined): milliseconds is number {
  if (milliseconds === undefined || !Number.isFinite(milliseconds)) return false;
  return milliseconds >= predictionRangeMs.minimum && milliseconds <= predictionRangeMs.maximum;
}

/** Smallest and largest speed-up that can be sketched, in times. */
export const speedupRange = { minimum: 0.1, maximum: 1000 } as const;

/** True for a speed-up that can be stored. */
export function isValidSpeedup(times: number | undefined): times is number {
  if (times === undefined || !Number.isFinite(times)) return false;
  return times >= speedupRange.minimum && times <= speedupRange.maximum;
}

/** How many totals, speed-ups, places and answers are still unset or out of range. */
export function totalsLeft(experiment: ExperimentDefinition, draft: PredictionDraft): number {
  const inParts = experiment.parts
    .flatMap((part) => predictedConditions(experiment, part).map((id) => isSet(draft, part, id)))
    .filter((one) => !one).length;
  return (experiment.forecasts ?? []).reduce((sum, one) => sum + answersLeft(one, draft.forecasts[one.id]), inParts);
}

/** How many answers of a forecast are still unset; of a drawing, how many bars. */
export function answersLeft(forecast: ForecastDefinition, answer: ForecastAnswer | undefined): number {
  const ids = askedIn(forecast);
  if (forecast.kind === 'trace') {
    const bars = answer?.kind === 'trace' ? answer.bars : {};
    return ids.reduce((sum, id) => sum + forecast.tasks.length - (bars[id] ?? []).length, 0);
  }
  const known = answer?.kind === forecast.kind ? answersIn(answer) : {};
  return ids.filter((id) => !Object.hasOwn(known, id)).length;
}

function answersIn(answer: ForecastAnswer): Readonly<Record<string, unknown>> {
  switch (answer.kind) {
    case 'size':
      return answer.sizes;
    case 'apart':
      return answer.percent;
    case 'pick':
      return answer.picks;
    case 'marks':
      return answer.marks;
    case 'trace':
      return answer.bars;
  }
}

/** The draft with the answers to one forecast in place of those before. */
export function withForecast(draft: PredictionDraft, forecast: string, answer: ForecastAnswer): PredictionDraft {
  return { ...draft, forecasts: { ...draft.forecasts, [forecast]: answer } };
}

function isSet(draft: PredictionDraft, part: PartDefinition, id: string): boolean {
  switch (part.predictBy ?? 'numbers') {
    case 'numbers':
      return isValidTotal(draft.totalsMs[part.id]?.[id]);
    case 'curve':
      return id === baseOf(part) || isValidSpeedup(draft.speedups[part.id]?.[id]);
    case 'ranking':
      return draft.places[part.id]?.[id] !== undefined;
  }
}

/** The condition that a curve starts from: its speed-up is 1 by definition, so it is not predicted. */
export function baseOf(part: PartDefinition): string | undefined {
  return part.predicted?.[0] ?? part.conditions[0];
}

/** A draft is complete when every total is set and the reason is not blank. */
export function isComplete(experiment: ExperimentDefinition, draft: PredictionDraft): boolean {
  return totalsLeft(experiment, draft) === 0 && draft.reason.trim() !== '';
}

/** The draft with one total changed; undefined unsets it. */
export function withTotal(
  draft: PredictionDraft,
  part: string,
  condition: string,
  milliseconds: number | undefined,
): PredictionDraft {
  const ofPart = { ...draft.totalsMs[part], [condition]: milliseconds };
  return { ...draft, totalsMs: { ...draft.totalsMs, [part]: ofPart } };
}

/** The draft with one speed-up changed; undefined unsets it. */
export function withSpeedup(
  draft: PredictionDraft,
  part: string,
  condition: string,
  times: number | undefined,
): PredictionDraft {
  return { ...draft, speedups: { ...draft.speedups, [part]: { ...draft.speedups[part], [condition]: times } } };
}

/** The draft with one condition put at a place, 1 for the fastest. */
export function withPlace(draft: PredictionDraft, part: string, condition: string, place: number): PredictionDraft {
  return { ...draft, places: { ...draft.places, [part]: { ...draft.places[part], [condition]: place } } };
}

/** Conditions by place, the fastest first; those that share a place are a group. */
export function groupsOf(places: Readonly<Record<string, number | undefined>>): string[][] {
  const used = [...new Set(Object.values(places).filter((place) => place !== undefined))].sort((a, b) => a - b);
  return used.map((place) => Object.keys(places).filter((id) => places[id] === place));
}

/** The prediction that goes into the record; undefined while the draft is incomplete. `frozenAt` is ISO 8601, UTC. */
export function frozenPrediction(
  experiment: ExperimentDefinition,
  draft: PredictionDraft,
  frozenAt: string,
): Prediction | undefined {
  if (!isComplete(experiment, draft)) return undefined;
  const predicted = experiment.parts.filter((part) => predictedConditions(experiment, part).length > 0);
  const partsBy = (kind: PredictionKind) => predicted.filter(({ predictBy = 'numbers' }) => predictBy === kind);
  const chosen = (part: PartDefinition, values: Readonly<Record<string, number | undefined>> = {}) =>
    Object.fromEntries(predictedConditions(experiment, part).map((id) => [id, values[id] ?? 1] as const));
  const totalsMs = Object.fromEntries(
    partsBy('numbers').map((part) => [part.id, chosen(part, draft.totalsMs[part.id])]),
  );
  const speedups = Object.fromEntries(partsBy('curve').map((part) => [part.id, chosen(part, draft.speedups[part.id])]));
  const rankings = Object.fromEntries(
    partsBy('ranking').map((part) => [part.id, groupsOf(chosen(part, draft.places[part.id]))]),
  );
  const forecasts = Object.fromEntries(
    (experiment.forecasts ?? []).flatMap(({ id }) => {
      const answer = draft.forecasts[id];
      return answer ? [[id, answer] as const] : [];
    }),
  );
  return {
    status: 'given',
    totalsMs,
    ...(partsBy('curve').length > 0 && { speedups }),
    ...(partsBy('ranking').length > 0 && { rankings }),
    ...(Object.keys(forecasts).length > 0 && { forecasts }),
    reason: draft.reason.trim().slice(0, longestText),
    frozenAt,
  };
}

/** A draft that shows a prediction that is frozen already, e.g. after the window was loaded again. */
export function draftOf(prediction: Prediction): PredictionDraft {
  if (prediction.status !== 'given') return emptyDraft;
  const { totalsMs, speedups = {}, rankings = {}, forecasts = {}, reason } = prediction;
  const places = Object.entries(rankings).map(
    ([part, groups]) => [part, Object.fromEntries(placesOf(groups))] as const,
  );
  return { totalsMs, speedups, places: Object.fromEntries(places), forecasts, reason };
}
