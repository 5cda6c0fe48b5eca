import { computed, proxyRefs, shallowRef } from 'vue';
import type { ExperimentDefinition } from '@core/experiments/definition-types';
import type { ReportContext } from '@core/words/context';
import { namesOf } from '@core/words/names';
import type { OpenedRecord } from '../../../stores/records';
import { initialLesson, withObservation, withTransfer, type LessonState } from '../lesson-state';
import { lessonSteps, type LessonStep } from '../lesson-steps';
import { withForecast, withPlace, withSpeedup, withTotal } from '../prediction-draft';
import type { Lesson } from '../useLesson';

/**
 * A lesson to be read: every step is open, what a run shows is a sample's. Questions can be tried; nothing is run, and nothing is
 * kept once the page is left.
 * @param sample absent where the experiment has none
 */
export function usePreview(experiment: ExperimentDefinition, sample: OpenedRecord | undefined): Lesson {
  const state = shallowRef<LessonState>({ ...initialLesson, result: sample });
  const change = (part: Partial<LessonState>): void => void (state.value = { ...state.value, ...part });
  const answer = (part: LessonState['answers']): Promise<void> => {
    change({ answers: { ...state.value.answers, ...part } });
    return Promise.resolve();
  };
  const nothing = (): Promise<void> => Promise.resolve();
  const context = computed(
    (): ReportContext | undefined =>
      sample && { ...sample, experiment: sample.record.definition, names: namesOf(experiment.id) },
  );
  const setDraft = (draft: LessonState['draft']): void => change({ draft });

  return proxyRefs({
    experiment,
    isPreview: true,
    state: computed(() => state.value),
    context,
    active: computed(() => undefined),
    isOtherRunActive: computed(() => false),
    isLocked: computed(() => false),
    openSteps: computed(() => new Set<LessonStep>(lessonSteps)),
    canRun: computed(() => false),
    startError: computed(() => undefined),
    pending: computed(() => undefined),
    resultError: shallowRef(),
    saving: shallowRef<Lesson['saving']>('idle'),
    earlier: computed(() => undefined),
    go: (step: LessonStep): void => change({ step }),
    setTotal: (part: string, condition: string, milliseconds: number | undefined): void =>
      setDraft(withTotal(state.value.draft, part, condition, milliseconds)),
    setSpeedup: (part: string, condition: string, times: number | undefined): void =>
      setDraft(withSpeedup(state.value.draft, part, condition, times)),
    setPlace: (part: string, condition: string, place: number): void =>
      setDraft(withPlace(state.value.draft, part, condition, place)),
    setForecast: (forecast: string, given: Parameters<Lesson['setForecast']>[1]): void =>
      setDraft(withForecast(state.value.draft, forecast, given)),
    setReason: (reason: string): void => setDraft({ ...state.value.draft, reason }),
    skip: (): void => change({ step: 'run' }),
    unskip: (): void => undefined,
    setForm: (part: Partial<LessonState['form']>): void => change({ form: { ...state.value.form, ...part } }),
    start: nothing,
    cancel: nothing,
    takeUp: nothing,
    restart: (): void => undefined,
    answer,
    observe: (option: string, outcome: Parameters<Lesson['observe']>[1]): void =>
      void answer(withObservation(state.value.answers, option, outcome)),
    choose: (situation: string, option: string): void =>
      void answer(withTransfer(state.value.answers, situation, option)),
    passObservation: (): void => change({ step: 'explain' }),
    revealAnalogy: (): void => change({ isAnalogyRevealed: true }),
  });
}
