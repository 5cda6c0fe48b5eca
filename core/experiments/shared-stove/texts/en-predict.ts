/** What `shared-stove` asks a person to predict. */
export const sharedStovePredict = {
  part: {
    locks:
      'Each cook does 60 pieces of work of {sectionMs} ms. Either all pieces are done at one stove, or each cook has a stove. How many milliseconds until all are done?',
  },
  forecast: {
    deadlocks: {
      name: 'Which table gets stuck?',
      predict:
        'Four philosophers need two forks each. They eat for {eatMs} ms. By which rule do some dinners never end?',
    },
  },
} as const;
