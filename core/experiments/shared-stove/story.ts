import type { StoryPlan } from '../story-plan';

/** Which question answers the driving one, and what is told after it. */
export const sharedStoveStory: StoryPlan = {
  answers: [
    { kind: 'level', id: 'naive', part: 'table', condition: 'naive', measure: 'deadlock-share', shows: 'above' },
  ],
  findings: [
    { kind: 'level', id: 'ordered', part: 'table', condition: 'ordered', measure: 'deadlock-share', shows: 'below' },
    { kind: 'level', id: 'waiting', part: 'locks', condition: 'one-lock', measure: 'lock-wait' },
    { kind: 'comparison', id: 'own-locks', part: 'locks', condition: 'own-locks', baseline: 'one-lock' },
  ],
  figure: { kind: 'figure', name: 'deadlocks' },
};
