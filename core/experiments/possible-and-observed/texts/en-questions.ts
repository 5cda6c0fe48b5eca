/** What `possible-and-observed` asks: about what the run shows, and in two new situations. */
export const possibleAndObservedQuestions = {
  observe: {
    ask: 'Without a lock 18 of 20 schedules end with 1. How many of the trials did?',
    look: 'Look at the first row of the table. Compare the left half with the right one.',
    told: '{answer}: {times} of {trials} trials ended with 1, against {losing} of {schedules} schedules. Schedules say what can happen, not how often.',
    less: 'A smaller share',
    same: 'The same share, as far as this run can tell',
    more: 'A larger share',
  },
  transfer: {
    'green-tests': {
      situation:
        'Two threads change one list without a lock. A test has run a million times on the machine of a colleague, and has never failed.',
      question: 'What does that show?',
      correct: 'rare',
      options: {
        safe: {
          label: 'That the program is right',
          feedback:
            'A million trials show what a million trials did. A schedule that none of them took may still be possible.',
        },
        rare: {
          label: 'That the wrong outcome is rare on that machine, if it is possible',
          feedback:
            'On another machine, or under other load, the same schedules have other chances. Whether it is possible, only reasoning about all schedules tells.',
        },
        lock: {
          label: 'That the language locks the list by itself',
          feedback: 'Nothing of the kind follows from trials. If it did, its documentation would say so.',
        },
        slow: {
          label: 'That the threads never ran at once',
          feedback: 'They may have, millions of times, and have missed each other by some billionths of a second.',
        },
      },
    },
    'more-threads': {
      situation: 'Three threads now load, add and store once each, without a lock. The counter begins at 0.',
      question: 'Which values can it hold in the end?',
      correct: 'all',
      options: {
        three: {
          label: '3 alone',
          feedback: 'That needs one thread after the other. Nothing sees to that here.',
        },
        two: {
          label: '2 or 3',
          feedback: 'All three may load 0 before any of them stores. Then 1 is stored three times.',
        },
        zero: {
          label: '0, 1, 2 or 3',
          feedback: 'Every thread stores at least 1, and nobody takes anything away. So 0 is impossible.',
        },
        all: {
          label: '1, 2 or 3',
          feedback:
            'It is 1 where all three load 0, and 3 where each comes after the other. There are 1,680 schedules, and each ends with one of these.',
        },
      },
    },
  },
} as const;
