/** What `noise-floor` asks a person to predict. */
export const noiseFloorPredict = {
  forecast: {
    'two-names': {
      name: 'How far apart are two names?',
      predict:
        'Four tasks of about {workMs} ms of computing run under two names. So do four timers of {waitMs} ms. By how many per cent do the times of the two names differ, in either direction?',
    },
  },
} as const;
