/** What `possible-and-observed` asks a person to predict. */
export const possibleAndObservedPredict = {
  forecast: {
    values: {
      name: 'What does the counter hold in the end?',
      predict:
        'Two threads add one each, once, to a counter that is 0. That is one trial, and a round has 1,000. With what do the trials of a typical round end?',
    },
  },
} as const;
