/** The answer, the findings and what to remember, by what the run showed. */
export const hiddenHelpersStory = {
  lesson: 'A small pool of hidden threads hashes and compresses for the one you see. Requests need no such helper.',
  hashing: {
    faster: 'Hidden threads do them: a pool of 4 hashed for {conditionTotal}, a pool of 1 for {baselineTotal}.',
    slower:
      'More hidden threads did not help: a pool of 4 hashed for {conditionTotal}, a pool of 1 for {baselineTotal}.',
    'no-difference': 'More hidden threads did not help: a pool of 4 hashed no faster than a pool of 1.',
  },
  zipping: {
    faster: 'A pool of 4 compressed {times}x faster than a pool of 1.',
    slower: 'A pool of 4 compressed {times}x slower than a pool of 1.',
    'no-difference': 'A pool of 4 compressed no faster than a pool of 1.',
  },
  files: {
    faster: 'A pool of 4 was {times}x faster with files than a pool of 1.',
    slower: 'A pool of 4 was {times}x slower with files than a pool of 1.',
    'no-difference': 'A pool of 4 was no faster with files than a pool of 1.',
  },
  requests: {
    faster: 'A pool of 4 was {times}x faster with requests than a pool of 1.',
    slower: 'A pool of 4 was {times}x slower with requests than a pool of 1.',
    'no-difference': 'A larger pool did nothing for requests: they do not use it.',
  },
} as const;
