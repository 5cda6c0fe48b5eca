import type { StoryPlan } from '../story-plan';

/** Which question answers the driving one, and what is told after it. */
export const slowSupplierStory: StoryPlan = {
  answers: [
    { kind: 'comparison', id: 'slow', part: 'slow', condition: 'async', baseline: 'threads-4', shows: 'faster' },
  ],
  findings: [
    { kind: 'level', id: 'prompt', part: 'prompt', condition: 'threads-4', measure: 'wait-median' },
    { kind: 'level', id: 'many', part: 'slow', condition: 'threads-8', measure: 'wait-median' },
    { kind: 'level', id: 'tail', part: 'slow', condition: 'async', measure: 'wait-p99' },
  ],
  figure: { kind: 'figure', name: 'waits-slow' },
};
