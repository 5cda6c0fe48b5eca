/** What `passing-data` asks a person to predict. */
export const passingDataPredict = {
  forecast: {
    passing: {
      name: 'How long does passing 8 MiB take?',
      predict: 'How long from handing 8 MiB over until the receiver has all of them? Reading them is not in that time.',
    },
  },
} as const;
