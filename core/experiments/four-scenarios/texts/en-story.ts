/** The answer, the findings and what to remember, by what the run showed. */
export const fourScenariosStory = {
  lesson: 'Computing needs more cores, so more threads or processes. Waiting needs only async.',
  computing: {
    faster: 'Many threads helped computing: {conditionTotal}, and one thread on one core {baselineTotal}.',
    slower: 'Many threads did not help computing: {conditionTotal}, and one thread on one core {baselineTotal}.',
    'no-difference': 'Many threads computed no faster than one thread on one core.',
  },
  'async-computing': {
    faster: 'Async made one thread compute {times}x faster.',
    slower: 'Async made one thread compute {times}x slower.',
    'no-difference': 'Async did nothing for computing on one thread.',
  },
  'async-requests': {
    faster: 'Async alone made requests {times}x faster, with one thread on one core.',
    slower: 'Async made requests {times}x slower, with one thread on one core.',
    'no-difference': 'Async did nothing for requests on one thread.',
  },
  processes: {
    faster: 'Many processes computed {times}x faster than one thread on one core.',
    slower: 'Many processes computed {times}x slower than one thread on one core.',
    'no-difference': 'Many processes computed no faster than one thread on one core.',
  },
} as const;
