import type { StoryPlan } from '../story-plan';

/** Which question answers the driving one, and what is told after it. */
export const asyncIsNotParallelStory: StoryPlan = {
  answers: [
    {
      kind: 'comparison',
      id: 'together',
      part: 'computing',
      condition: 'together',
      baseline: 'loop',
      shows: 'not-faster',
    },
  ],
  findings: [
    { kind: 'comparison', id: 'threads', part: 'computing', condition: 'threads', baseline: 'loop' },
    { kind: 'comparison', id: 'against-async', part: 'computing', condition: 'threads', baseline: 'together' },
  ],
  figure: { kind: 'timeline', part: 'computing', conditions: ['loop', 'together', 'threads'] },
};
