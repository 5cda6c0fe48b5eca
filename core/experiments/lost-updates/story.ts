import type { StoryPlan } from '../story-plan';

/** Which question answers the driving one, and what is told after it. */
export const lostUpdatesStory: StoryPlan = {
  answers: [
    {
      kind: 'level',
      id: 'unprotected',
      part: 'threads',
      condition: 'unprotected',
      measure: 'lossy-trials',
      shows: 'above',
    },
    // Where two threads cannot be at work at once, one thread shows it.
    {
      kind: 'level',
      id: 'across-await',
      part: 'await',
      condition: 'across-await',
      measure: 'lost-share',
      shows: 'above',
    },
  ],
  findings: [
    { kind: 'level', id: 'across-await', part: 'await', condition: 'across-await', measure: 'lost-share' },
    { kind: 'level', id: 'atomics', part: 'threads', condition: 'atomics', measure: 'lost-updates' },
    { kind: 'comparison', id: 'owner', part: 'threads', condition: 'owner', baseline: 'atomics' },
  ],
  figure: { kind: 'figure', name: 'lanes-recorded' },
};
