import { watchDebounced } from '@vueuse/core';
import { defineStore } from 'pinia';
import { shallowReactive } from 'vue';
import type { RememberedLessons } from '@core/ipc/remembered-lesson';
import type { RunId } from '@core/record/schema-parts';
import { initialLesson, isTouched, lessonOf, rememberedOf } from './lesson-state';
import type { LessonState } from './lesson-state';
import { useSettingsStore } from '../../stores/settings';

export type { LessonState } from './lesson-state';

/** A lesson is remembered when nothing was changed for this long, in ms. */
const rememberAfterMs = 300;

export const useLessonsStore = defineStore('lessons', () => {
  const settings = useSettingsStore();
  /** By experiment id. Remembered in the settings, so that neither another page nor a restart loses anything. */
  const lessons = shallowReactive(new Map<string, LessonState>());
  for (const [id, kept] of Object.entries(settings.settings.lessons ?? {})) lessons.set(id, lessonOf(kept));

  watchDebounced(
    () => [...lessons],
    () => void remember(),
    { debounce: rememberAfterMs },
  );

  return { lessons, stateOf, change, leave, restart, replace };

  function stateOf(experiment: string): LessonState {
    return lessons.get(experiment) ?? initialLesson;
  }

  function change(experiment: string, part: Partial<LessonState>): void {
    lessons.set(experiment, { ...stateOf(experiment), ...part, changedAt: new Date().toISOString() });
  }

  /** A run of this experiment that was started elsewhere: the lesson does not take it up when it has ended. */
  function leave(experiment: string, id: RunId): void {
    lessons.set(experiment, { ...stateOf(experiment), leftRun: id });
  }

  /**
   * Back to an empty prediction; the run settings stay, the record of the run before stays in the Notebook. Gives back
   * what takes it back.
   */
  function restart(experiment: string): () => void {
    const before = stateOf(experiment);
    const { form, runId, leftRun } = before;
    lessons.set(experiment, { ...initialLesson, form, leftRun: runId ?? leftRun });
    change(experiment, { step: 'predict' });
    return () => lessons.set(experiment, before);
  }

  /**
   * Puts other lessons in place of all. Gives back those before.
   * @param leftRun a run that has just ended: the lesson of its experiment does not take it up again
   */
  function replace(
    next: ReadonlyMap<string, LessonState>,
    leftRun?: { readonly experiment: string; readonly id: RunId },
  ): ReadonlyMap<string, LessonState> {
    const before = new Map(lessons);
    lessons.clear();
    for (const [id, state] of next) lessons.set(id, state);
    if (leftRun) leave(leftRun.experiment, leftRun.id);
    return before;
  }

  async function remember(): Promise<void> {
    const kept: RememberedLessons = {};
    for (const [id, state] of lessons) if (isTouched(state)) kept[id] = rememberedOf(state);
    if (JSON.stringify(kept) === JSON.stringify(settings.settings.lessons ?? {})) return;
    await settings.change({ lessons: kept });
  }
});
