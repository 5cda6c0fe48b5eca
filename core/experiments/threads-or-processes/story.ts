import type { StoryPlan } from '../story-plan';

/** Which question answers the driving one, and what is told after it. */
export const threadsOrProcessesStory: StoryPlan = {
  answers: [
    {
      kind: 'comparison',
      id: 'speed',
      part: 'computing',
      condition: 'processes',
      baseline: 'threads',
      shows: 'no-difference',
    },
  ],
  findings: [
    { kind: 'cost', id: 'hiring', cost: 'hiring', condition: 'processes', baseline: 'threads', shows: 'more' },
    { kind: 'cost', id: 'memory', cost: 'memory', condition: 'processes', baseline: 'threads', shows: 'more' },
    { kind: 'comparison', id: 'alone', part: 'computing', condition: 'threads', baseline: 'alone' },
  ],
  figure: { kind: 'timeline', part: 'computing', conditions: ['alone', 'threads', 'processes'] },
};
