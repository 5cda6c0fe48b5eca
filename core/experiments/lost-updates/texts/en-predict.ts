/** What `lost-updates` asks a person to predict. */
export const lostUpdatesPredict = {
  forecast: {
    loss: {
      name: 'What is lost?',
      predict:
        'Two threads add 5,000 times each, trial after trial. In which share of the trials is something lost, and which share of all updates?',
      x: 'Trials that lost something (%)',
      y: 'Updates lost (%)',
      at: '{x} % of the trials, {y} % of the updates',
    },
    cost: {
      name: 'What does one trial take?',
      predict: 'One trial is 5,000 updates by each of two threads. How long does it take with each protection?',
    },
  },
} as const;
