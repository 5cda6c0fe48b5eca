/** The answer, the findings and what to remember, by what the run showed. */
export const waitingForIoStory = {
  lesson: 'One thread can wait for many things at once. How much it gains is up to who answers.',
  requests: {
    faster:
      'One thread with 16 requests in flight took {conditionTotal}; asking one after the other took {baselineTotal}.',
    slower:
      'One thread with 16 requests in flight took {conditionTotal}, longer than the {baselineTotal} of one after the other.',
    'no-difference': 'One thread with 16 requests in flight was no faster than one that asks one after the other.',
  },
  files: {
    faster: 'Files were {times}x faster with 16 in flight.',
    slower: 'Files were {times}x slower with 16 in flight.',
    'no-difference': 'Files were no faster with 16 in flight.',
  },
  queries: {
    faster: 'Queries were {times}x faster with 16 in flight.',
    slower: 'Queries were {times}x slower with 16 in flight.',
    'no-difference': 'Queries were no faster with 16 in flight.',
  },
  beyond: {
    faster: 'Requests were {times}x faster with 16 in flight than with 4.',
    slower: 'Requests were {times}x slower with 16 in flight than with 4.',
    'no-difference': 'Requests were no faster with 16 in flight than with 4.',
  },
} as const;
