import type { OpenedRecord } from '../../stores/records';
import type { RememberedLesson } from '@core/ipc/remembered-lesson';
import type { Answers } from '@core/record/record';
import type { Prediction } from '@core/record/plan';
import type { RunId } from '@core/record/schema-parts';
import type { LessonStep } from './lesson-steps';
import { emptyDraft, isValidTotal, longestText } from './prediction-draft';
import type { PredictionDraft } from './prediction-draft';
import { emptyForm } from '../run/run-form';
import type { RunForm } from '../run/run-form';

/** Where a person is in one experiment's lesson. */
export interface LessonState {
  readonly step: LessonStep;
  /** Set after a restart of the program: the step to go back to once the record of the run has been opened. */
  readonly resume: LessonStep | undefined;
  readonly draft: PredictionDraft;
  readonly isSkipped: boolean;
  /** Set when Run is pressed; from then on the draft cannot be changed. */
  readonly frozen: Prediction | undefined;
  readonly form: RunForm;
  /** The run of this lesson: the latest that was started from it. */
  readonly runId: RunId | undefined;
  readonly result: OpenedRecord | undefined;
  readonly answers: Answers;
  readonly isObserved: boolean;
  readonly hasSeenExplanation: boolean;
  readonly isAnalogyRevealed: boolean;
  /** A run that the person has put behind them by starting again. */
  readonly leftRun: RunId | undefined;
  /** When the person did something in it last, ISO 8601, UTC; empty for a lesson that was never touched. */
  readonly changedAt: string;
}

export const initialLesson: LessonState = {
  step: 'question',
  resume: undefined,
  draft: emptyDraft,
  isSkipped: false,
  frozen: undefined,
  form: emptyForm,
  runId: undefined,
  result: undefined,
  answers: {},
  isObserved: false,
  hasSeenExplanation: false,
  isAnalogyRevealed: false,
  leftRun: undefined,
  changedAt: '',
};

/** The answers with one more to what Observe asks. The first answer stays, with what the run said about it. */
export function withObservation(answers: Answers, option: string, outcome: Observed['outcome']): Answers {
  const first = answers.observed ?? { first: option, outcome };
  return { ...answers, observed: { first: first.first, last: option, outcome: first.outcome } };
}

/** The answers with one more to a new situation; the first answer stays. */
export function withTransfer(answers: Answers, situation: string, option: string): Answers {
  const first = answers.transfers?.[situation]?.first ?? option;
  return { ...answers, transfers: { ...answers.transfers, [situation]: { first, last: option } } };
}

type Observed = NonNullable<Answers['observed']>;

const longestField = 40;

/** What is kept of a lesson across restarts: only what can be stored, and nothing that belongs to a record. */
export function rememberedOf(state: LessonState): RememberedLesson {
  const { draft, form, runId, leftRun } = state;
  const fields = Object.entries(form.parameters).map(([id, text]) => [id, text.slice(0, longestField)] as const);
  return {
    step: state.resume ?? state.step,
    totalsMs: whatIsSet(draft.totalsMs, isValidTotal),
    speedups: whatIsSet(draft.speedups, Number.isFinite),
    places: whatIsSet(draft.places, Number.isFinite),
    ...(Object.keys(draft.forecasts).length > 0 && { forecasts: { ...draft.forecasts } }),
    reason: draft.reason.slice(0, longestText),
    isSkipped: state.isSkipped,
    form: {
      preset: form.preset,
      parameters: Object.fromEntries(fields),
      seed: form.seed.slice(0, longestField),
    },
    ...(runId !== undefined && { runId }),
    ...(leftRun !== undefined && { leftRun }),
    isObserved: state.isObserved,
    hasSeenExplanation: state.hasSeenExplanation,
    isAnalogyRevealed: state.isAnalogyRevealed,
    changedAt: state.changedAt,
  };
}

/** A remembered lesson as it is taken up: with a run it waits at that step until the record has been opened. */
export function lessonOf(kept: RememberedLesson): LessonState {
  const { step, totalsMs, speedups, places, forecasts = {}, reason, runId, leftRun, ...rest } = kept;
  const hasRun = runId !== undefined;
  return {
    ...initialLesson,
    ...rest,
    step: hasRun ? 'run' : step,
    resume: hasRun ? step : undefined,
    draft: { totalsMs, speedups, places, forecasts, reason },
    runId,
    leftRun,
  };
}

/** The step a person would be led to. */
export function stepOf(state: LessonState): LessonStep {
  return state.resume ?? state.step;
}

/** True once a person has done anything in a lesson since it was begun (anew). */
export function isTouched({ step, draft, isSkipped, runId }: LessonState): boolean {
  return step !== 'question' || isSkipped || runId !== undefined || hasDraft(draft);
}

function hasDraft({ totalsMs, speedups, places, forecasts, reason }: PredictionDraft): boolean {
  const isSet = (value: number | undefined): boolean => value !== undefined;
  const parts = [totalsMs, speedups, places].flatMap((one) => Object.values(one));
  if (reason.trim() !== '' || Object.keys(forecasts).length > 0) return true;
  return parts.some((part) => Object.values(part).some(isSet));
}

type Drafted = Readonly<Record<string, Readonly<Record<string, number | undefined>>>>;

/** What can be stored of a prediction in the making; the rest counts as unset. */
function whatIsSet(drafted: Drafted, isValid: (value: number) => boolean): Record<string, Record<string, number>> {
  const parts = Object.entries(drafted).map(([part, values]) => {
    const set = Object.entries(values).filter(
      (entry): entry is [string, number] => entry[1] !== undefined && isValid(entry[1]),
    );
    return [part, Object.fromEntries(set)] as const;
  });
  return Object.fromEntries(parts);
}
