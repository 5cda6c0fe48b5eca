/** The answer, the findings and what to remember, by what the run showed. */
export const thousandWaitsStory = {
  lesson: 'A wait that is awaited costs kilobytes and holds up nobody. A wait that blocks holds a whole thread.',
  connections: {
    above: 'On one thread with 1,000 connections each wait took {value} of memory.',
    below: 'One thread held 1,000 connections, and each wait took {value} of memory.',
    detail: 'memory for each of 1,000 waits on one thread',
  },
  threads: {
    above: 'A blocked thread for each wait took {value}.',
    below: 'A blocked thread for each wait took only {value}.',
  },
  'on-time': {
    above: 'Beside 32 requests at once the heartbeat was late by up to {value}.',
    below: 'Beside 32 requests at once the heartbeat was on time: late by up to {value}.',
  },
  'one-blocks': {
    above: 'One task that blocked made it late by up to {value}.',
    below: 'One task that blocked made it late by only {value}.',
  },
} as const;
