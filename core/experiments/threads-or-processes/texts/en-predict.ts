/** What `threads-or-processes` asks a person to predict. */
export const threadsOrProcessesPredict = {
  forecast: {
    hiring: {
      name: 'How long does hiring take?',
      predict:
        'Nobody is there yet. How long until all hired workers are ready, one for each core (at least 2, at most 4)? Each then computes tasks of about {taskMs} ms.',
    },
    memory: {
      name: 'How much memory does each worker take?',
      predict: 'How much more memory is in use for each hired worker?',
    },
  },
} as const;
