import type { StoryPlan } from '../story-plan';

/** Which question answers the driving one, and what is told after it. */
export const thousandWaitsStory: StoryPlan = {
  answers: [
    {
      kind: 'level',
      id: 'connections',
      part: 'thousand',
      condition: 'connections',
      measure: 'memory-per-wait',
      shows: 'below',
    },
  ],
  findings: [
    {
      kind: 'level',
      id: 'threads',
      part: 'thousand',
      condition: 'threads',
      measure: 'memory-per-wait',
      shows: 'above',
    },
    { kind: 'level', id: 'on-time', part: 'requests', condition: 'async', measure: 'lateness', shows: 'below' },
    { kind: 'level', id: 'one-blocks', part: 'requests', condition: 'one-blocks', measure: 'lateness', shows: 'above' },
  ],
  figure: { kind: 'timeline', part: 'requests', conditions: ['sync', 'async', 'one-blocks'] },
};
