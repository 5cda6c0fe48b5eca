import type { StoryPlan } from '../story-plan';

/** Which question answers the driving one, and what is told after it. */
export const noiseFloorStory: StoryPlan = {
  answers: [{ kind: 'noise', id: 'noise', shows: 'measured' }],
  findings: [
    {
      kind: 'comparison',
      id: 'computing',
      part: 'computing',
      condition: 'second',
      baseline: 'first',
      shows: 'no-difference',
    },
    {
      kind: 'comparison',
      id: 'waiting',
      part: 'waiting',
      condition: 'second',
      baseline: 'first',
      shows: 'no-difference',
    },
    {
      kind: 'comparison',
      id: 'third',
      part: 'computing',
      condition: 'third',
      baseline: 'second',
      shows: 'no-difference',
    },
  ],
  figure: { kind: 'timeline', part: 'computing', conditions: ['first', 'first-again', 'second', 'third'] },
};
