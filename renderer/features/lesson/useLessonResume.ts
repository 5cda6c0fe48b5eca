import { watch } from 'vue';
import type { RunId } from '@core/record/schema-parts';
import type { LessonStep } from './lesson-steps';
import type { LessonState } from './lesson-state';
import { useRecordsStore } from '../../stores/records';
import { useRunsStore } from '../../stores/runs';

interface ResumedLesson {
  readonly state: () => LessonState;
  readonly change: (part: Partial<LessonState>) => void;
  /** This experiment's run goes on: it is followed, and nothing has to be taken up. */
  readonly isActive: () => boolean;
  readonly isOpen: (step: LessonStep) => boolean;
  readonly go: (step: LessonStep) => void;
  /** Opens the record of a run; a failure is the lesson's to tell. */
  readonly open: (id: RunId) => Promise<void>;
}

/**
 * After a restart of the program: opens the record of the lesson's run and goes back to where the person was. A run whose
 * record is gone took its frozen prediction with it; what was predicted is a draft again.
 */
export function useLessonResume(lesson: ResumedLesson): void {
  const runs = useRunsStore();
  const records = useRecordsStore();
  watch(
    [() => runs.isKnown, () => records.summaries, () => records.reading, () => records.error],
    () => void resume(),
    { immediate: true },
  );

  async function resume(): Promise<void> {
    const { runId, result, resume: step } = lesson.state();
    if (step === undefined || runId === undefined || result || lesson.isActive() || !runs.isKnown) return;
    if (records.summaries === undefined && !records.error) return;
    const isListed = records.summaries?.some(({ id }) => id === runId) === true;
    // It may be among those that are still to be read.
    if (!isListed && records.reading) return;
    if (records.summaries && !isListed) {
      lesson.change({ runId: undefined, resume: undefined, isObserved: false, hasSeenExplanation: false });
      if (!lesson.isOpen('run')) lesson.change({ step: 'predict' });
      return;
    }
    await lesson.open(runId);
    if (lesson.state().resume !== step || !lesson.state().result) return;
    lesson.change({ resume: undefined });
    lesson.go(step);
  }
}
