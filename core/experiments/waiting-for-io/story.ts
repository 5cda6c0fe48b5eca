import type { StoryPlan } from '../story-plan';

/** Which question answers the driving one, and what is told after it. */
export const waitingForIoStory: StoryPlan = {
  answers: [
    {
      kind: 'comparison',
      id: 'requests',
      part: 'requests',
      condition: 'in-flight-16',
      baseline: 'in-flight-1',
      shows: 'faster',
    },
  ],
  findings: [
    { kind: 'comparison', id: 'files', part: 'files', condition: 'in-flight-16', baseline: 'in-flight-1' },
    { kind: 'comparison', id: 'queries', part: 'queries', condition: 'in-flight-16', baseline: 'in-flight-1' },
    { kind: 'comparison', id: 'beyond', part: 'requests', condition: 'in-flight-16', baseline: 'in-flight-4' },
  ],
  figure: { kind: 'figure', name: 'scaling' },
};
