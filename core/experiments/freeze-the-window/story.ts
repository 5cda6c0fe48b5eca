import type { StoryPlan } from '../story-plan';

/** Which question answers the driving one, and what is told after it. */
export const freezeTheWindowStory: StoryPlan = {
  answers: [
    { kind: 'level', id: 'page', part: 'blocking', condition: 'renderer', measure: 'frame-gap', shows: 'above' },
    { kind: 'comparison', id: 'thread', part: 'blocking', condition: 'thread', baseline: 'renderer' },
  ],
  findings: [
    { kind: 'level', id: 'main', part: 'blocking', condition: 'main', measure: 'ipc-stall' },
    {
      kind: 'level',
      id: 'web-worker',
      part: 'blocking',
      condition: 'web-worker',
      measure: 'frame-gap',
      shows: 'below',
    },
    { kind: 'level', id: 'process', part: 'blocking', condition: 'process', measure: 'frame-gap', shows: 'below' },
  ],
  figure: { kind: 'figure', name: 'frames-blocking' },
};
