/** What `many-cooks` asks: about what the run shows, and in two new situations. */
export const manyCooksQuestions = {
  observe: {
    ask: 'At how many threads does the curve stop rising?',
    look: 'Follow the measured curve from left to right. Find the mark after which no other lies clearly higher.',
    told: 'After {answer}, no larger number of threads was clearly faster. The machine gives the lab {cores} cores.',
  },
  transfer: {
    'yearly-report': {
      situation:
        'A yearly report takes 100 s on one thread. For 10 s of it nothing can be shared: the input must be read in order. The other 90 s are equal, independent tasks. You can have a machine with 9 free cores.',
      question: 'How long does it take with 9 threads, at best?',
      correct: 'twenty',
      options: {
        ten: {
          label: '10 s',
          feedback: 'The shared part alone takes 90 s / 9 = 10 s, and the 10 s that nobody can share come on top.',
        },
        eleven: {
          label: '11 s',
          feedback:
            '100 s / 9 would be right if all of it could be shared. While the input is read, eight threads wait.',
        },
        twenty: {
          label: '20 s',
          feedback:
            "10 s that nobody can share, and 90 s / 9 = 10 s: five times as fast with nine threads. That is Amdahl's law. With any number of cores it stays above 10 s.",
        },
        fifty: {
          label: '50 s',
          feedback: 'That would be two threads or so. Nine threads share the 90 s and need 10 s for them.',
        },
      },
    },
    'shared-lock': {
      situation:
        'Eight threads on eight cores sort parcels. Each parcel takes 10 ms. For 5 of these 10 ms a thread needs a lock that only one thread can hold.',
      question: 'How many times as fast as one thread can they be, at best?',
      correct: 'twice',
      options: {
        twice: {
          label: 'Twice',
          feedback:
            'The lock is taken once per parcel, for 5 ms. So at most one parcel leaves every 5 ms, however many threads there are.',
        },
        four: {
          label: 'Four times',
          feedback:
            'Half of the time is shared, so this seems fair. But the other half goes through one lock, one thread at a time.',
        },
        eight: {
          label: 'Eight times',
          feedback:
            'That needs work that all eight can do at the same moment. Half of this work is done by one thread at a time.',
        },
        never: {
          label: 'Not faster at all',
          feedback: 'While one thread holds the lock, another can do the half that needs none.',
        },
      },
    },
  },
} as const;
