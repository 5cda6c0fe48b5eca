import type { StoryPlan } from '../story-plan';

/** Which question answers the driving one, and what is told after it. */
export const hiddenHelpersStory: StoryPlan = {
  answers: [
    { kind: 'comparison', id: 'hashing', part: 'hashing', condition: 'pool-4', baseline: 'pool-1', shows: 'faster' },
  ],
  findings: [
    { kind: 'comparison', id: 'zipping', part: 'zipping', condition: 'pool-4', baseline: 'pool-1' },
    { kind: 'comparison', id: 'files', part: 'files', condition: 'pool-4', baseline: 'pool-1' },
    {
      kind: 'comparison',
      id: 'requests',
      part: 'requests',
      condition: 'pool-4',
      baseline: 'pool-1',
      shows: 'not-faster',
    },
  ],
  figure: { kind: 'figure', name: 'scaling' },
};
