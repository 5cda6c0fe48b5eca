/** What `break-even` asks a person to predict. */
export const breakEvenPredict = {
  forecast: {
    'pays-from': {
      name: 'From which size on does it pay?',
      predict:
        'There are {tasks} equal tasks. How long must one task take before handing them out is faster than doing them yourself? Cold threads have to be hired first.',
    },
  },
} as const;
