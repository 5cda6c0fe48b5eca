/** The answer, the findings and what to remember, by what the run showed. */
export const sharingTheLoopStory = {
  lesson: 'Awaiting a finished promise does not free the loop. setImmediate and setTimeout do.',
  immediate: {
    above: 'Even setImmediate kept the heartbeat waiting: it was up to {value} late.',
    below: 'With setImmediate others run in every pause: the heartbeat was {value} late at most.',
    detail: 'longest lateness of the heartbeat with setImmediate',
  },
  promises: {
    above: 'With resolved promises nobody else runs in the pause: the heartbeat was {value} late.',
    below: 'With resolved promises the heartbeat was {value} late at most.',
  },
  'next-tick': {
    above: 'With process.nextTick the heartbeat was {value} late as well.',
    below: 'With process.nextTick the heartbeat was {value} late at most.',
  },
  timeout: {
    above: 'setTimeout has a price: the job paused for {value} between two pieces.',
    below: 'setTimeout paused the job for {value} between two pieces.',
  },
} as const;
