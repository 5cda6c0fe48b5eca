/** The answer, the findings and what to remember, by what the run showed. */
export const whenACookFailsStory = {
  lesson: 'What fails takes along what it shares: an event loop everything, a process nothing.',
  async: {
    above: 'On one event loop {value} of 5 tasks were lost: one rejected promise took others along.',
    below: 'On one event loop only {value} of 5 tasks was lost: the rejected promise took nobody along.',
    detail: 'of 5 tasks lost, by one promise that nobody awaits',
  },
  thread: {
    above: 'A thread that ended itself took the others along: {value} of 5 lost.',
    below: 'A thread that ended itself went alone: {value} of 5 lost.',
  },
  process: {
    above: 'An endless loop in a process of its own cost {value} of 5 tasks.',
    below: 'An endless loop in a process of its own cost {value} of 5 tasks, itself.',
  },
  recovery: {
    faster: 'A thread was there again {times}x sooner than a process.',
    slower: 'A thread was there again {times}x later than a process.',
    'no-difference': 'A thread was there again no sooner than a process.',
  },
} as const;
