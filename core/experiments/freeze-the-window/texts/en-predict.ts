/** What `freeze-the-window` asks a person to predict. */
export const freezeTheWindowPredict = {
  /** By part. */
  part: {
    blocking:
      'The computation takes about {workMs} ms wherever it runs. Where is the longest gap between two frames shortest? Give the same place to hosts that you expect to be alike.',
  },
  lesson: {
    predict: {
      fastest: 'shortest gap',
      slowest: 'longest gap',
      leadRanking:
        'Put them in order, the shortest gap first. Nothing is set for you, and a wrong guess costs nothing.',
    },
  },
} as const;
