/** What `hidden-helpers` asks a person to predict. */
export const hiddenHelpersPredict = {
  /** By part. */
  part: {
    hashing: '16 hashes, each about {hashMs} ms of computing.',
    zipping: '16 texts, each about {zipMs} ms to compress.',
    files: '16 files, each about {fileMs} ms to write, flush to the disk and read back.',
    requests: '16 requests, each answered after {latencyMs} ms.',
  },
  forecast: {
    'larger-pool': {
      name: 'Does a pool of 4 help?',
      predict: 'The pool grows from 1 thread to 4. Are all 16 tasks of each kind done sooner?',
    },
  },
  lesson: { predict: { option: { faster: 'It helps', 'no-difference': 'No difference', slower: 'It harms' } } },
} as const;
