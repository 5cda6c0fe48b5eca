/** What `sharing-the-loop` asks a person to predict. */
export const sharingTheLoopPredict = {
  /** By part. */
  part: {
    job: 'The job needs about {jobMs} ms of computing, in pieces of about 2 ms. A heartbeat is due every 10 ms. Where is the latest beat least late? Give the same place to ways that you expect to be alike.',
  },
  lesson: {
    predict: {
      fastest: 'least late',
      slowest: 'latest',
      leadRanking: 'Put them in order, the least late first. Nothing is set for you, and a wrong guess costs nothing.',
    },
  },
} as const;
