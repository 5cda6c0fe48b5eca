/** What `eggs-and-toast` asks a person to predict. */
export const eggsAndToastPredict = {
  /** By part. */
  part: {
    doughs:
      'Each dough keeps a cook busy for about {doughMs} ms; nothing waits. Who is done with both doughs first? The cooks are hired already.',
  },
  forecast: {
    kitchens: {
      name: 'Draw the first course',
      predict:
        'Eggs take {eggsMs} ms on the stove, toast takes {toastMs} ms in the toaster. Cleaning keeps a cook busy for about {cleaningMs} ms. When does each begin, in each kitchen? The cooks are hired already.',
    },
  },
} as const;
