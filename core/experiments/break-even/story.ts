import type { StoryPlan } from '../story-plan';

/** Which question answers the driving one, and what is told after it. */
export const breakEvenStory: StoryPlan = {
  answers: [{ kind: 'break-even', id: 'threads', condition: 'threads', shows: 'found' }],
  findings: [
    { kind: 'break-even', id: 'processes', condition: 'processes' },
    { kind: 'break-even', id: 'cold', condition: 'cold-threads' },
  ],
  figure: { kind: 'figure', name: 'break-even' },
};
