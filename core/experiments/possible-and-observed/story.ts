import type { StoryPlan } from '../story-plan';

const aboutLosing = { kind: 'level', part: 'outcomes', measure: 'lossy-trials' } as const;

/** Which question answers the driving one, and what is told after it. */
export const possibleAndObservedStory: StoryPlan = {
  answers: [
    { ...aboutLosing, id: 'no-lock', condition: 'no-lock', shows: 'above' },
    // Where two threads cannot be at work at once, theory speaks of the lock alone, and the lesson cannot be shown.
    { ...aboutLosing, id: 'lock', condition: 'lock' },
  ],
  findings: [
    { ...aboutLosing, id: 'lock', condition: 'lock', shows: 'below' },
    { kind: 'comparison', id: 'time', part: 'outcomes', condition: 'no-lock', baseline: 'lock' },
  ],
  figure: { kind: 'figure', name: 'outcomes' },
};
