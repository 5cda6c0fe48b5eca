/** What `blocked-is-not-busy` asks a person to predict. */
export const blockedIsNotBusyPredict = {
  forecast: {
    plane: {
      name: 'Where on the plane?',
      predict:
        'Each way takes about {durationMs} ms. How occupied is the event loop, and how much does a core work for the thread?',
      x: 'CPU time, share of one core (%)',
      y: 'Event-loop utilisation (%)',
      at: '{y} % of the loop, {x} % of a core',
    },
  },
} as const;
