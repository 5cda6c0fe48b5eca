/** The answer, the findings and what to remember, by what the run showed. */
export const blockedIsNotBusyStory = {
  lesson: 'A thread that does not answer may be computing or waiting. Its CPU time tells which.',
  waiting: {
    above: 'The thread that waited synchronously used {value} of a core all the same.',
    below: 'Not always: the thread that waited synchronously gave no answer and used {value} of a core.',
    detail: 'CPU time of the synchronous wait, per second',
  },
  occupied: {
    above: 'Its event loop was {value} occupied, as if it computed.',
    below: 'Its event loop was only {value} occupied.',
  },
  computing: {
    above: 'The thread that computed used {value} of a core.',
    below: 'The thread that computed used only {value} of a core.',
  },
  free: {
    above: 'The thread that waited asynchronously had its event loop {value} occupied.',
    below: 'The thread that waited asynchronously stayed free: its event loop was {value} occupied.',
  },
} as const;
