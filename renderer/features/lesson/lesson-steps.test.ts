import { describe, expect, it } from 'vitest';
import { isOpen, lessonSteps } from './lesson-steps';
import type { LessonProgress, LessonStep } from './lesson-steps';

const nothing: LessonProgress = { isPredicted: false, isMeasured: false, isObserved: false, hasSeenExplanation: false };

function openSteps(progress: Partial<LessonProgress>): LessonStep[] {
  return lessonSteps.filter((step) => isOpen(step, { ...nothing, ...progress }));
}

describe('isOpen', () => {
  it('opens one step after the other', () => {
    expect(openSteps({})).toEqual(['question', 'predict']);
    expect(openSteps({ isPredicted: true })).toEqual(['question', 'predict', 'run']);
    expect(openSteps({ isPredicted: true, isMeasured: true })).toEqual(lessonSteps.slice(0, 4));
    expect(openSteps({ isPredicted: true, isMeasured: true, isObserved: true })).toEqual(lessonSteps.slice(0, 5));
    expect(openSteps({ isPredicted: true, isMeasured: true, isObserved: true, hasSeenExplanation: true })).toEqual(
      lessonSteps,
    );
  });

  it('never opens a later step without the ones before it', () => {
    expect(openSteps({ isMeasured: true, isObserved: true, hasSeenExplanation: true })).toEqual([
      'question',
      'predict',
    ]);
    expect(openSteps({ isPredicted: true, isObserved: true, hasSeenExplanation: true })).not.toContain('explain');
  });
});
