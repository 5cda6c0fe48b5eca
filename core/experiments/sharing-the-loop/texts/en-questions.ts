/** What `sharing-the-loop` asks: about what the run shows, and in two new situations. */
export const sharingTheLoopQuestions = {
  observe: {
    ask: 'In which way does the thread of the job stand idle the most?',
    look: 'Look at the chart of idle time. Which bar is the longest?',
    told: '{answer}: the thread stood idle for {share} of the time that the job took.',
  },
  transfer: {
    'row-statistics': {
      situation:
        'A server computes statistics over 100,000 rows for 3 s, and nobody gets an answer meanwhile. A colleague puts "await null" after each row and says that others now get their turn after every row.',
      question: 'What happens to the requests that come in?',
      correct: 'starve',
      options: {
        served: {
          label: 'They are answered between two rows',
          feedback:
            'Awaiting null goes through the list of promise callbacks alone. Requests come with the I/O of the loop. The loop does not go on while that list has an entry.',
        },
        starve: {
          label: 'They wait until all rows are done, a little longer than before',
          feedback:
            'The function yields to nobody but itself, 100,000 times, and each time costs a little. A turn by setImmediate after every few milliseconds, or a worker thread, would let answers out.',
        },
        slower: {
          label: 'They are answered, but the statistics take minutes',
          feedback:
            'That would be so with setTimeout: 1 ms after each of 100,000 rows is 100 s. An "await" on something resolved takes a microsecond or so, and lets nobody in.',
        },
        crash: {
          label: 'Too many promises fill the memory',
          feedback: 'Only one promise at a time is waiting. Each is gone as soon as the function goes on.',
        },
      },
    },
    'note-index': {
      situation:
        'A page indexes 50,000 notes, which takes 4 s in one piece. You cut the work into pieces of 5 ms. After each piece setTimeout starts the next one, with a delay of 0.',
      question: 'What do you expect?',
      correct: 'longer',
      options: {
        same: {
          label: 'The page reacts, and the index takes 4 s as before',
          feedback:
            'There are about 800 pauses. A timer waits at least 1 ms, in a browser mostly 4 ms, and the pauses add up.',
        },
        longer: {
          label: 'The page reacts, and the index takes noticeably longer',
          feedback: 'Each pause lets clicks and frames in. About 800 timers of 1 to 4 ms add roughly 1 to 3 s.',
        },
        frozen: {
          label: 'The page stays frozen for 4 s',
          feedback: 'A timer comes with the next turn of the loop. Clicks and frames get their turn before it.',
        },
        sooner: {
          label: 'The index is ready sooner',
          feedback: 'It is the same computing on the same thread, with pauses in between.',
        },
      },
    },
  },
} as const;
