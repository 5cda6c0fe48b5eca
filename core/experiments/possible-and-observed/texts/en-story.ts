/** The answer, the findings and what to remember, by what the run showed. */
export const possibleAndObservedStory = {
  lesson: 'Trials show what occurs. Only the list of all schedules shows what cannot.',
  'no-lock': {
    above: 'Both 1 and 2 can come out. Without a lock {value} of the trials of a typical round ended with 1.',
    below: 'Both 1 and 2 can come out. Without a lock hardly a trial ended with 1 here: {value}.',
    detail: 'of the trials lost an update without a lock; 18 of 20 possible schedules do',
  },
  lock: {
    above: 'With a lock {value} of the trials of a typical round ended with 1, which no schedule can make.',
    below: 'With a lock only 2 can come out, and {value} of the trials of a typical round ended with 1.',
    detail: 'of the trials lost an update with a lock; no possible schedule does',
  },
  time: {
    faster: 'One trial was {times}x faster without the lock.',
    slower: 'One trial was {times}x slower without the lock.',
    'no-difference': 'One trial took as long without the lock as with it.',
  },
} as const;
