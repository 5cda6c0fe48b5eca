import type { ExperimentDefinition, PartDefinition } from '@core/experiments/definition-types';
import type { Prediction } from '@core/runs/plan';

/** Smallest and largest total that can be predicted, in milliseconds; the largest is that of the plan's schema. */
export const predictionRangeMs = { minimum: 1, maximum: 60_000 } as const;
/** Longest text that a record stores for a reason or an answer, in characters. */
export const longestText = 4000;

/** A prediction in the making: nothing is set until the person sets it. */
export interface PredictionDraft {
  /** part -> condition -> milliseconds, undefined while unset. */
  readonly totalsMs: Readonly<Record<string, Readonly<Record<string, number | undefined>>>>;
  readonly reason: string;
}

export const emptyDraft: PredictionDraft = { totalsMs: {}, reason: '' };

/** The conditions a person predicts: those that the part names, or all. The second halves of A/A pairs measure noise and are not asked for. */
export function predictedConditions(experiment: ExperimentDefinition, part: PartDefinition): string[] {
  const repeats = new Set(experiment.conditions.filter((one) => one.repeats !== undefined).map((one) => one.id));
  return (part.predicted ?? part.conditions).filter((id) => !repeats.has(id));
}

/** True for a total that can be stored. */
export function isValidTotal(milliseconds: number | undefined): milliseconds is number {
  if (milliseconds === undefined || !Number.isFinite(milliseconds)) return false;
  return milliseconds >= predictionRangeMs.minimum && milliseconds <= predictionRangeMs.maximum;
}

/** How many totals are still unset or out of range. */
export function totalsLeft(experiment: ExperimentDefinition, draft: PredictionDraft): number {
  return experiment.parts
    .flatMap((part) => predictedConditions(experiment, part).map((id) => draft.totalsMs[part.id]?.[id]))
    .filter((value) => !isValidTotal(value)).length;
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

/** The prediction that goes into the record; undefined while the draft is incomplete. `frozenAt` is ISO 8601, UTC. */
export function frozenPrediction(
  experiment: ExperimentDefinition,
  draft: PredictionDraft,
  frozenAt: string,
): Prediction | undefined {
  if (!isComplete(experiment, draft)) return undefined;
  const totalsMs = Object.fromEntries(
    experiment.parts.map((part) => {
      const totals = predictedConditions(experiment, part).map(
        (id) => [id, draft.totalsMs[part.id]?.[id] ?? 0] as const,
      );
      return [part.id, Object.fromEntries(totals)] as const;
    }),
  );
  return { status: 'given', totalsMs, reason: draft.reason.trim().slice(0, longestText), frozenAt };
}

/** A draft that shows a prediction that is frozen already, e.g. after the window was loaded again. */
export function draftOf(prediction: Prediction): PredictionDraft {
  return prediction.status === 'given' ? { totalsMs: prediction.totalsMs, reason: prediction.reason } : emptyDraft;
}
