import type { StoryPlan } from '../story-plan';

/** Which question answers the driving one, and what is told after it. */
export const eggsAndToastStory: StoryPlan = {
  answers: [
    { kind: 'comparison', id: 'timer', part: 'first-course', condition: 'async', baseline: 'sync', shows: 'faster' },
  ],
  findings: [
    { kind: 'comparison', id: 'help', part: 'first-course', condition: 'threads', baseline: 'async' },
    { kind: 'comparison', id: 'kneading', part: 'doughs', condition: 'threads', baseline: 'sync' },
    {
      kind: 'comparison',
      id: 'kneading-timer',
      part: 'doughs',
      condition: 'async',
      baseline: 'sync',
      shows: 'not-faster',
    },
  ],
  figure: { kind: 'timeline', part: 'first-course', conditions: ['sync', 'async'] },
};
