/** What `async-is-not-parallel` asks a person to predict. */
export const asyncIsNotParallelPredict = {
  /** By part. */
  part: {
    computing:
      'Each of 4 tasks keeps a thread busy for about {taskMs} ms; nothing waits. Which way is done with all 4 first? The threads are hired already.',
  },
  forecast: {
    gain: {
      name: 'How far apart are Promise.all and the loop?',
      predict:
        'By how many per cent do their times differ, in either direction? At 100 %, one takes twice as long as the other.',
    },
  },
} as const;
