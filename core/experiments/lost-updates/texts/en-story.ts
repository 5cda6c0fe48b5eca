/** The answer, the findings and what to remember, by what the run showed. */
export const lostUpdatesStory = {
  lesson: 'Reading, adding and writing are three steps. Whatever can come between them can lose your update.',
  unprotected: {
    above: 'Yes: unprotected, two threads lost updates in {value} of the trials.',
    below: 'Seldom here: unprotected, two threads lost updates in {value} of the trials.',
    detail: 'share of the trials in which an unprotected update was lost',
  },
  atomics: {
    above: 'With Atomics updates were lost too: {value} in a typical round.',
    below: 'With Atomics a typical round lost {value} updates.',
    detail: 'updates lost with Atomics in a typical round',
  },
  'across-await': {
    above: 'On one thread, with an await inside the update, {value} of all updates were lost.',
    below: 'On one thread, with an await inside the update, only {value} of all updates were lost.',
    detail: 'share of updates lost across an await',
  },
  owner: {
    faster: 'A message to an owner for each update was {times}x faster than Atomics.',
    slower: 'A message to an owner for each update was {times}x slower than Atomics.',
    'no-difference': 'A message to an owner took as long as Atomics.',
  },
} as const;
