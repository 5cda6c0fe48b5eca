import { defineStore } from 'pinia';
import { shallowReactive } from 'vue';
import type { OutputOf } from '@core/ipc/contract';
import type { Answers } from '@core/runs/record';
import type { Prediction } from '@core/runs/plan';
import type { RunId } from '@core/runs/schema-parts';
import type { LessonStep } from '../components/lesson/lesson-steps';
import { emptyDraft } from '../components/lesson/prediction-draft';
import type { PredictionDraft } from '../components/lesson/prediction-draft';
import { emptyForm } from '../components/lesson/run-form';
import type { RunForm } from '../components/lesson/run-form';

/** Where a person is in one experiment's lesson. */
export interface LessonState {
  readonly step: LessonStep;
  readonly draft: PredictionDraft;
  readonly isSkipped: boolean;
  /** Set when Run is pressed; from then on the draft cannot be changed. */
  readonly frozen: Prediction | undefined;
  readonly form: RunForm;
  /** The run of this lesson: the latest that was started from it. */
  readonly runId: RunId | undefined;
  readonly result: OutputOf<'records.open'> | undefined;
  readonly answers: Answers;
  readonly isObserved: boolean;
  readonly hasSeenExplanation: boolean;
  readonly isAnalogyRevealed: boolean;
  /** A run that the person has put behind them by starting again. */
  readonly leftRun: RunId | undefined;
}

const initial: LessonState = {
  step: 'question',
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
};

export const useLessonsStore = defineStore('lessons', () => {
  /** By experiment id. Kept while the window is open, so that a visit to another page loses nothing. */
  const lessons = shallowReactive(new Map<string, LessonState>());

  return { lessons, stateOf, change, restart };

  function stateOf(experiment: string): LessonState {
    return lessons.get(experiment) ?? initial;
  }

  function change(experiment: string, part: Partial<LessonState>): void {
    lessons.set(experiment, { ...stateOf(experiment), ...part });
  }

  /** Back to an empty prediction; the run settings stay, the record of the run before stays in the Notebook. */
  function restart(experiment: string): void {
    const { form, runId } = stateOf(experiment);
    lessons.set(experiment, { ...initial, step: 'predict', form, leftRun: runId });
  }
});
