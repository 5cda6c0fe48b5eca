import type { StoryPlan } from '../story-plan';

/** Which question answers the driving one, and what is told after it. */
export const passingDataStory: StoryPlan = {
  answers: [
    { kind: 'comparison', id: 'moving', part: 'kib-8192', condition: 'transfer', baseline: 'clone', shows: 'faster' },
  ],
  findings: [
    { kind: 'comparison', id: 'sharing', part: 'kib-8192', condition: 'shared', baseline: 'clone', shows: 'faster' },
    { kind: 'comparison', id: 'process', part: 'kib-8192', condition: 'process-clone', baseline: 'clone' },
    { kind: 'comparison', id: 'small', part: 'kib-1', condition: 'transfer', baseline: 'clone' },
  ],
  figure: { kind: 'figure', name: 'passing-data' },
};
