import type { StoryPlan } from '../story-plan';

/** Which question answers the driving one, and what is told after it. */
export const blockedIsNotBusyStory: StoryPlan = {
  answers: [
    {
      kind: 'level',
      id: 'waiting',
      part: 'passing-time',
      condition: 'sync-wait',
      measure: 'cpu-share',
      shows: 'below',
    },
  ],
  findings: [
    {
      kind: 'level',
      id: 'occupied',
      part: 'passing-time',
      condition: 'sync-wait',
      measure: 'utilization',
      shows: 'above',
    },
    {
      kind: 'level',
      id: 'computing',
      part: 'passing-time',
      condition: 'cpu-loop',
      measure: 'cpu-share',
      shows: 'above',
    },
    { kind: 'level', id: 'free', part: 'passing-time', condition: 'async-wait', measure: 'utilization' },
  ],
  figure: { kind: 'figure', name: 'plane-passing-time' },
};
