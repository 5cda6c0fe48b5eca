/** What `hidden-helpers` asks: about what the run shows, and in two new situations. */
export const hiddenHelpersQuestions = {
  observe: {
    ask: 'Which work takes as long with a pool of 4 as with a pool of 1?',
    look: 'Find a line that stays near 1x from left to right.',
    told: '{answer}: the run shows no difference between a pool of 1 and a pool of 4.',
    toldNone: 'A pool of 4 made a difference to each kind of work here.',
    options: {
      none: 'None of them',
    },
  },
  transfer: {
    'noon-logins': {
      situation:
        'A login service runs as one Node process on 8 cores. Each login hashes a password with pbkdf2, asynchronously, for about 100 ms. At noon logins pile up. Small template files, read asynchronously, take a second instead of a millisecond. Four of the eight cores are busy.',
      question: 'What is going on?',
      correct: 'pool',
      options: {
        loop: {
          label: 'The hashes block the event loop',
          feedback:
            'Asked for asynchronously they run in the pool, and the loop is free. With pbkdf2Sync it would be blocked, and one core would be busy, not four.',
        },
        disk: {
          label: 'The disk is too slow for noon',
          feedback:
            'Small files that are read again and again come from memory. They wait before they get to the disk: in one line with the hashes.',
        },
        pool: {
          label: 'Four hashes fill the pool; other hashes and the files wait behind them',
          feedback:
            'The pool has 4 threads unless told otherwise. With UV_THREADPOOL_SIZE=8, set before the process starts, all cores could hash. Worker threads share the same pool; another process has its own.',
        },
        sockets: {
          label: 'There are too many connections for one thread',
          feedback:
            'Sockets do not use the pool, and one thread can wait for thousands. Nor would waiting keep four cores busy.',
        },
      },
    },
    'log-files': {
      situation:
        'A program on 8 cores compresses 200 log files with the asynchronous zlib, all at once. Four cores are busy, and the event loop is idle.',
      question: 'What lets more cores compress?',
      correct: 'size',
      options: {
        size: {
          label: 'Start the program with UV_THREADPOOL_SIZE=8',
          feedback:
            'The pool then has eight threads, and each compresses on a core of its own. The size must be set before the process starts.',
        },
        sync: {
          label: 'Use the synchronous zlib instead',
          feedback: 'Then the one JavaScript thread compresses, and one core is busy instead of four.',
        },
        promises: {
          label: 'Put all 200 into one Promise.all',
          feedback: 'They are in flight already. The pool takes four at a time, and the others wait in its line.',
        },
        worker: {
          label: 'Let a worker thread call the asynchronous zlib too',
          feedback: 'Worker threads of a process share one pool. The same four threads would compress.',
        },
      },
    },
  },
} as const;
