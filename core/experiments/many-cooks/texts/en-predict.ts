/** What `many-cooks` asks a person to predict. */
export const manyCooksPredict = {
  /** By part. */
  part: {
    computing:
      'There are at least 24 equal tasks, each about {taskMs} ms of computing. How many times faster than one thread is each number of threads? The threads are hired already.',
  },
} as const;
