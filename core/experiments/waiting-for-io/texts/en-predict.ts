/** What `waiting-for-io` asks a person to predict. */
export const waitingForIoPredict = {
  /** By part. */
  part: {
    requests: 'Each of 32 requests is answered after {latencyMs} ms, give or take a fifth.',
    files: 'Alone, each of 32 files takes about {fileMs} ms to write, flush to the disk and read back.',
    queries: 'Alone, each of 32 queries takes about {queryMs} ms. One third is travel, two thirds are database work.',
  },
  forecast: {
    'flat-from': {
      name: 'Where does the curve flatten?',
      predict:
        'More tasks are in flight at once: 1, then 4, then 16. Which is the last number that still makes all 32 done sooner?',
    },
  },
} as const;
