import type { LessonStep } from '@core/experiments/lesson-steps';

export { lessonSteps } from '@core/experiments/lesson-steps';
export type { LessonStep } from '@core/experiments/lesson-steps';

/** What decides which steps are open. */
export interface LessonProgress {
  /** Every prediction is set and has a reason, or the prediction was skipped. */
  readonly isPredicted: boolean;
  /** A run of this lesson gave at least one measured round. */
  readonly isMeasured: boolean;
  /** The observation was written and handed in, or passed over. */
  readonly isObserved: boolean;
  readonly hasSeenExplanation: boolean;
}

/**
 * Whether a step can be gone to. Nothing can be run before the prediction, nothing is explained before it was
 * observed, and no step opens without the ones before it.
 */
export function isOpen(step: LessonStep, progress: LessonProgress): boolean {
  switch (step) {
    case 'question':
    case 'predict':
      return true;
    case 'run':
      return progress.isPredicted;
    case 'observe':
      return progress.isPredicted && progress.isMeasured;
    case 'explain':
      return isOpen('observe', progress) && progress.isObserved;
    case 'transfer':
      return isOpen('explain', progress) && progress.hasSeenExplanation;
  }
}
