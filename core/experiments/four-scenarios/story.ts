import type { StoryPlan } from '../story-plan';

/** Which question answers the driving one, and what is told after it. */
export const fourScenariosStory: StoryPlan = {
  answers: [
    {
      kind: 'comparison',
      id: 'computing',
      part: 'computing',
      condition: 'many-threads-sync',
      baseline: 'one-core-sync',
      shows: 'faster',
    },
  ],
  findings: [
    {
      kind: 'comparison',
      id: 'async-computing',
      part: 'computing',
      condition: 'one-core-async',
      baseline: 'one-core-sync',
      shows: 'not-faster',
    },
    {
      kind: 'comparison',
      id: 'async-requests',
      part: 'requests',
      condition: 'one-core-async',
      baseline: 'one-core-sync',
      shows: 'faster',
    },
    {
      kind: 'comparison',
      id: 'processes',
      part: 'computing',
      condition: 'many-processes-sync',
      baseline: 'one-core-sync',
    },
  ],
  figure: { kind: 'figure', name: 'matrix-computing' },
};
