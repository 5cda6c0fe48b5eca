/** What `async-is-not-parallel` asks: about what the run shows, and in two new situations. */
export const asyncIsNotParallelQuestions = {
  observe: {
    ask: 'Look at Promise.all in the timeline. How does its thread do the four tasks?',
    look: 'Each bar is one task. Does any bar of Promise.all overlap another, or come in several pieces?',
    told: '{answer}. The recorded spans show it in all {rounds} rounds.',
    options: {
      'in-turn': 'One task after the other',
      'side-by-side': 'Several tasks at the same moment',
      pieces: 'A piece of each, in turns',
    },
  },
  transfer: {
    'table-upload': {
      situation:
        'A server written as one async thread parses uploaded tables. One of 50 MB needs 2 s of computing, and meanwhile nobody gets an answer. A colleague puts "await" in front of the parse function and declares it async.',
      question: 'What happens the next time such a table comes?',
      correct: 'same',
      options: {
        parallel: {
          label: 'It is parsed in the background, and others get answers',
          feedback:
            'There is no background on one thread. The function still computes for 2 s in one piece, and nothing else gets its turn.',
        },
        faster: {
          label: 'It is parsed faster, because the cores share it',
          feedback: 'One thread uses one core at a time. The word changes nothing about who does the work.',
        },
        same: {
          label: 'The same as before: nobody gets an answer for 2 s',
          feedback:
            'The work is still one piece on the one thread. A worker thread for parsing would leave the server free. Cutting the work into pieces would let answers out in between.',
        },
        slower: {
          label: 'It takes much longer, because awaiting is slow',
          feedback: 'One "await" costs about a microsecond or less. It does no harm, and no good.',
        },
      },
    },
    'chart-page': {
      situation:
        'A page asks three services one after the other, 100 ms each, and then computes a chart for 300 ms. It takes 600 ms. A colleague awaits the three requests together with Promise.all.',
      question: 'How long does the page take now, at best?',
      correct: 'four-hundred',
      options: {
        hundred: {
          label: 'About 100 ms',
          feedback:
            'The chart is computing. It does not overlap with anything on this thread, and it needs the answers first.',
        },
        'four-hundred': {
          label: 'About 400 ms',
          feedback:
            'The three waits overlap and take 100 ms. The computing takes 300 ms as before: Promise.all overlaps waiting, not computing.',
        },
        'six-hundred': {
          label: 'Still 600 ms: async is not parallel',
          feedback: 'The requests only wait. Waits do overlap on one thread, so 200 ms are gone.',
        },
        'two-hundred': {
          label: 'About 200 ms, a third of it',
          feedback: 'Only the waits are done together. The chart still needs its 300 ms on the one thread.',
        },
      },
    },
  },
} as const;
