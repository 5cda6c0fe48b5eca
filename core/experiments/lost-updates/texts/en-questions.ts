/** What `lost-updates` asks: about what the run shows, and in two new situations. */
export const lostUpdatesQuestions = {
  observe: {
    ask: 'Which of the four ways on threads lost updates?',
    look: 'Look at the table of trials. Which row has trials outside the column "none"?',
    told: '{answer}: {lossy} of {trials} trials lost at least one update. The other ways lost none.',
    toldNone: 'No trial of this run lost an update. That proves nothing: the threads may not have overlapped.',
    none: 'None of them',
  },
  transfer: {
    'ticket-shop': {
      situation:
        'A shop on one event loop sells tickets. A handler reads how many are left, awaits the payment, and then writes one less.',
      question: 'Two people buy the last ticket at the same moment. What can happen?',
      correct: 'both',
      options: {
        never: {
          label: 'Nothing bad: there is only one thread',
          feedback:
            'One thread rules out that two steps run at once. It does not rule out that another handler has its turn at an await.',
        },
        both: {
          label: 'Both get it: each read "1 left" before the other wrote "0"',
          feedback:
            'Between reading and writing there is an await, and there the other handler has its turn. Check again after the await, or reserve before it.',
        },
        crash: {
          label: 'The program ends with an error',
          feedback: 'No error is raised: every step does what it says. That is what makes this hard to find.',
        },
        atomics: {
          label: 'One of them waits, because a variable is protected while it is read',
          feedback: 'Reading protects nothing. A lock must be taken, and in this handler nobody takes one.',
        },
      },
    },
    'hit-counter': {
      situation:
        'Eight threads count the words of many files in one shared table. The total is a little different in each run, and always too low.',
      question: 'What makes it right and keeps it fast?',
      correct: 'own-tables',
      options: {
        faster: {
          label: 'Faster threads, so that they meet less often',
          feedback: 'They would lose less, not nothing. A race that is rare is harder to find, and as wrong.',
        },
        'own-tables': {
          label: 'Each thread counts in a table of its own; the tables are added at the end',
          feedback:
            'What nobody shares needs no protection. There are eight additions at the end, in place of one lock for each word.',
        },
        message: {
          label: 'A message to one owner for each word',
          feedback: 'That is right, and slow: compare the time of one trial. One message for each file would do.',
        },
        again: {
          label: 'Count three times and take the largest total',
          feedback: 'All three may be too low. A race does not become right by repeating it.',
        },
      },
    },
  },
} as const;
