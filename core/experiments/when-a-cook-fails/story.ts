import type { StoryPlan } from '../story-plan';

const lost = (id: string, condition: string, shows: 'above' | 'below') => {
  return { kind: 'level', id, part: 'failures', condition, measure: 'lost-tasks', shows } as const;
};

/** Which question answers the driving one, and what is told after it. */
export const whenACookFailsStory: StoryPlan = {
  answers: [lost('async', 'reject-async', 'above')],
  findings: [
    lost('thread', 'exit-thread', 'below'),
    lost('process', 'loop-process', 'below'),
    {
      kind: 'comparison',
      id: 'recovery',
      part: 'failures',
      condition: 'exit-thread',
      baseline: 'exit-process',
      shows: 'faster',
    },
  ],
  figure: { kind: 'figure', name: 'survival' },
};
