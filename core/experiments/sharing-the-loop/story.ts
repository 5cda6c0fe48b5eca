import type { StoryPlan } from '../story-plan';

/** Which question answers the driving one, and what is told after it. */
export const sharingTheLoopStory: StoryPlan = {
  answers: [
    { kind: 'level', id: 'immediate', part: 'job', condition: 'immediate', measure: 'lateness', shows: 'below' },
  ],
  findings: [
    { kind: 'level', id: 'promises', part: 'job', condition: 'promises', measure: 'lateness', shows: 'above' },
    { kind: 'level', id: 'next-tick', part: 'job', condition: 'next-tick', measure: 'lateness', shows: 'above' },
    { kind: 'level', id: 'timeout', part: 'job', condition: 'timeout', measure: 'job-pause' },
  ],
  figure: { kind: 'figure', name: 'beats-job' },
};
