import { computed, proxyRefs, shallowRef, watch } from 'vue';
import type { ExperimentDefinition } from '@core/experiments/definition-types';
import type { LabError } from '@core/ipc/envelope';
import type { ForecastAnswer } from '@core/record/forecasts';
import type { Prediction } from '@core/record/plan';
import type { Answers } from '@core/record/record';
import type { ReportContext } from '@core/words/context';
import { namesOf } from '@core/words/names';
import type { RunId } from '@core/record/schema-parts';
import { isOpen, lessonSteps } from './lesson-steps';
import type { LessonStep } from './lesson-steps';
import {
  draftOf,
  frozenPrediction,
  isComplete,
  withForecast,
  withPlace,
  withSpeedup,
  withTotal,
} from './prediction-draft';
import { chosenParameters, chosenSeed, isValidForm } from '../run/run-form';
import type { RunForm } from '../run/run-form';
import { asLabError } from '../../lab-client';
import { withObservation, withTransfer } from './lesson-state';
import { useLessonsStore } from './lessons-store';
import type { LessonState } from './lessons-store';
import { useRecordsStore } from '../../stores/records';
import { useRunsStore } from '../../stores/runs';
import { useSettingsStore } from '../../stores/settings';
import { useLessonResume } from './useLessonResume';

export type Lesson = ReturnType<typeof useLesson>;

/**
 * One experiment's lesson as an object whose values are read without `.value`: which steps are open, the prediction and its freezing, the run, and the answers. A run that
 * is going on already (the window was loaded again) is taken up where it is.
 */
export function useLesson(experiment: ExperimentDefinition) {
  const lessons = useLessonsStore();
  const runs = useRunsStore();
  const records = useRecordsStore();
  const settings = useSettingsStore();

  const state = computed(() => lessons.stateOf(experiment.id));
  const change = (part: Partial<LessonState>): void => lessons.change(experiment.id, part);

  /** This experiment's run while it goes on. */
  const active = computed(() => {
    const run = runs.state;
    return (run.phase === 'running' || run.phase === 'stopping') && run.plan.experiment === experiment.id
      ? run
      : undefined;
  });
  const isOtherRunActive = computed(() => runs.isActive && !active.value);
  const isLocked = computed(() => state.value.frozen !== undefined || active.value !== undefined);
  const isMeasured = computed(
    () => state.value.result?.analysis.parts.some((part) => part.conditions.length > 0) ?? false,
  );
  /** What sentences and figures about the run are made from. */
  const context = computed((): ReportContext | undefined => {
    const { result } = state.value;
    return result && { ...result, experiment: result.record.definition, names: namesOf(experiment.id) };
  });
  const progress = computed(() => ({
    isPredicted: isLocked.value || state.value.isSkipped || isComplete(experiment, state.value.draft),
    isMeasured: isMeasured.value,
    isObserved: state.value.isObserved,
    hasSeenExplanation: state.value.hasSeenExplanation,
  }));
  const openSteps = computed(() => new Set(lessonSteps.filter((step) => isOpen(step, progress.value))));
  const canRun = computed(() => {
    const isFree = !runs.isActive && !runs.isRequesting && !pending.value;
    return isFree && progress.value.isPredicted && isValidForm(experiment, state.value.form);
  });
  /** The run has been asked for or has ended, and what comes next is on its way. */
  const pending = computed(() => {
    const { runId, result } = state.value;
    if (runId === undefined || result || active.value || resultError.value) return undefined;
    if (state.value.resume !== undefined) return 'opening';
    return runs.state.phase === 'ended' && runs.state.id === runId ? 'opening' : 'starting';
  });
  /** The newest record of this experiment with something measured, e.g. of the command line, while the lesson has no run. */
  const earlier = computed(() => {
    if (state.value.runId !== undefined || active.value) return undefined;
    return records.summaries?.find(
      (one) => one.experiment === experiment.id && one.isMeasured && one.id !== state.value.leftRun,
    );
  });
  /** Why the record of the run cannot be shown. */
  const resultError = shallowRef<LabError>();
  const saving = shallowRef<'idle' | 'saving' | 'saved' | LabError>('idle');

  watch(
    () => runs.state,
    () => void follow(),
    { immediate: true },
  );
  useLessonResume({
    state: () => state.value,
    change,
    isActive: () => active.value !== undefined,
    isOpen: (step) => openSteps.value.has(step),
    go,
    open: (id) => openResult(id, false),
  });

  return proxyRefs({
    experiment,
    /** True where every step is shown with a sample, and nothing is run or stored. */
    isPreview: false,
    state,
    context,
    active,
    isOtherRunActive,
    isLocked,
    openSteps,
    canRun,
    startError: computed(() => runs.error),
    pending,
    resultError,
    saving,
    go,
    setTotal,
    setSpeedup,
    setPlace,
    setForecast,
    setReason,
    skip,
    unskip,
    setForm,
    start,
    cancel: runs.cancel,
    restart,
    answer,
    observe,
    choose,
    passObservation,
    takeUp,
    earlier,
    revealAnalogy,
  });

  /** Goes to a step if it is open. */
  function go(step: LessonStep): void {
    if (!openSteps.value.has(step)) return;
    change({ step, hasSeenExplanation: state.value.hasSeenExplanation || step === 'explain' });
  }

  function setTotal(part: string, condition: string, milliseconds: number | undefined): void {
    if (!isLocked.value)
      change({ draft: withTotal(state.value.draft, part, condition, milliseconds), isSkipped: false });
  }

  function setSpeedup(part: string, condition: string, times: number | undefined): void {
    if (!isLocked.value) change({ draft: withSpeedup(state.value.draft, part, condition, times), isSkipped: false });
  }

  function setPlace(part: string, condition: string, place: number): void {
    if (!isLocked.value) change({ draft: withPlace(state.value.draft, part, condition, place), isSkipped: false });
  }

  function setForecast(forecast: string, answer: ForecastAnswer): void {
    if (!isLocked.value) change({ draft: withForecast(state.value.draft, forecast, answer), isSkipped: false });
  }

  function setReason(reason: string): void {
    if (!isLocked.value) change({ draft: { ...state.value.draft, reason }, isSkipped: false });
  }

  function skip(): void {
    if (isLocked.value) return;
    change({ isSkipped: true });
    go('run');
  }

  function unskip(): void {
    if (!isLocked.value) change({ isSkipped: false });
  }

  function setForm(part: Partial<RunForm>): void {
    change({ form: { ...state.value.form, ...part } });
  }

  /** Freezes the prediction and asks for a run. If main refuses, the prediction can be changed again. */
  async function start(): Promise<void> {
    if (!canRun.value) return;
    const { form, frozen: before } = state.value;
    const prediction = before ?? freeze();
    if (!prediction) return;
    change({ frozen: prediction });
    const seed = chosenSeed(form);
    const id = await runs.start({
      experiment: experiment.id,
      preset: form.preset,
      parameters: chosenParameters(experiment, form),
      lowerPriority: settings.settings.lowerPriority,
      prediction,
      ...(seed === undefined ? {} : { seed }),
    });
    if (id === undefined) change({ frozen: before });
    else adopt(id);
  }

  function freeze(): Prediction | undefined {
    const frozenAt = new Date().toISOString();
    if (state.value.isSkipped) return { status: 'skipped', frozenAt };
    return frozenPrediction(experiment, state.value.draft, frozenAt);
  }

  /** Takes up a run: what belonged to an earlier one is put away. Heard of twice, it is taken up once. */
  function adopt(id: RunId): void {
    if (state.value.runId === id) return;
    resultError.value = undefined;
    saving.value = 'idle';
    change({
      runId: id,
      resume: undefined,
      result: undefined,
      answers: {},
      isObserved: false,
      hasSeenExplanation: false,
      isAnalogyRevealed: false,
      step: 'run',
    });
  }

  /** Follows main: takes up a run that is going on, and opens the record when it has ended. */
  async function follow(): Promise<void> {
    const run = runs.state;
    if (active.value) {
      adopt(active.value.id);
      if (state.value.resume !== undefined) change({ resume: undefined });
    }
    if (run.phase !== 'ended') return;
    if (run.experiment === experiment.id && run.id !== state.value.leftRun) adopt(run.id);
    const { runId, result, resume: waiting } = state.value;
    if (runId === undefined || result || waiting !== undefined) return;
    await openResult(runId, run.id === runId && run.outcome.status === 'completed');
  }

  async function openResult(id: RunId, hasCompleted: boolean): Promise<void> {
    try {
      const result = await records.open(id);
      if (state.value.runId !== id) return;
      const { answers, prediction } = result.record;
      resultError.value = undefined;
      change({
        result,
        answers,
        frozen: prediction,
        draft: draftOf(prediction),
        isSkipped: prediction.status === 'skipped',
        isObserved: state.value.isObserved || answers.observation !== undefined,
        hasSeenExplanation:
          state.value.hasSeenExplanation ||
          [answers.analogy, answers.transfer, answers.transfers].some((one) => one !== undefined),
        isAnalogyRevealed: state.value.isAnalogyRevealed || answers.analogy !== undefined,
      });
      // A run that did not complete says first what happened; a complete one is why the person came.
      if (hasCompleted && state.value.step === 'run') go('observe');
    } catch (failure) {
      resultError.value = asLabError(failure);
    }
  }

  /** Stores an answer in the record. The lesson goes on even if it cannot be stored; `saving` says so. */
  async function answer(part: Answers): Promise<void> {
    const id = state.value.runId;
    const answers = { ...state.value.answers, ...part };
    change({ answers, isObserved: state.value.isObserved || part.observation !== undefined });
    if (id === undefined) return;
    saving.value = 'saving';
    try {
      await records.annotate({ id, answers });
      saving.value = 'saved';
    } catch (failure) {
      saving.value = asLabError(failure);
    }
  }

  /** Answers what Observe asks about the run. */
  function observe(option: string, outcome: NonNullable<Answers['observed']>['outcome']): void {
    void answer(withObservation(state.value.answers, option, outcome));
  }

  /** Answers a new situation. */
  function choose(situation: string, option: string): void {
    void answer(withTransfer(state.value.answers, situation, option));
  }

  /** Goes on with a run that was made elsewhere, with whatever was predicted for it. */
  async function takeUp(id: RunId): Promise<void> {
    if (isLocked.value || runs.isActive) return;
    adopt(id);
    await openResult(id, true);
  }

  function passObservation(): void {
    change({ isObserved: true });
    go('explain');
  }

  function revealAnalogy(): void {
    change({ isAnalogyRevealed: true });
  }

  function restart(): void {
    if (!runs.isActive) lessons.restart(experiment.id);
  }
}
