/** What `waiting-for-io` asks: about what the run shows, and in two new situations. */
export const waitingForIoQuestions = {
  observe: {
    ask: 'How many files must be in flight before the curve for files stops rising?',
    look: 'Follow the line "Files" from left to right. Find the mark after which no other lies clearly higher.',
    told: 'After {answer} in flight, no larger number was clearly faster.',
  },
  transfer: {
    'weather-page': {
      situation:
        'A weather page asks 40 stations over HTTP in a loop with "await", one after the other. Each answers after about 250 ms, so the page takes 10 s. The CPU is 99 % idle.',
      question: 'What helps most?',
      correct: 'in-flight',
      options: {
        threads: {
          label: 'Hire 4 worker threads with 10 stations each',
          feedback:
            'Each thread would still wait for its stations one after the other: 2.5 s, and wages on top. One thread can have all 40 in flight.',
        },
        'in-flight': {
          label: 'Send all 40 requests, then wait for all answers',
          feedback:
            'Nobody has to stand beside a socket. The waits pass at the same time, and the page takes little more than the slowest station.',
        },
        pool: {
          label: 'Set UV_THREADPOOL_SIZE to 40',
          feedback:
            'The pool serves files, hashing, compression and the look-up of names. Waiting for an answer does not use it. The requests would still go out one by one.',
        },
        processor: {
          label: 'Rent a faster processor',
          feedback: 'The processor has nothing to do: the 10 s are 40 waits, one after the other.',
        },
      },
    },
    'busy-database': {
      situation:
        'A shop asks its database for 100 prices. Each query is 20 ms of work for the database, which works on 4 queries at a time. With 4 queries in flight the shop waits 0.5 s.',
      question: 'What do you gain with all 100 queries in flight?',
      correct: 'hardly',
      options: {
        'at-once': {
          label: 'All answers come after about 20 ms',
          feedback:
            'Then the database would have to work on all 100 at once. It works on 4, and the others wait in its line.',
        },
        half: {
          label: 'The time is halved, to about 0.25 s',
          feedback: 'The database has 100 x 20 ms = 2 s of work and four hands. It needs 0.5 s, whoever waits for it.',
        },
        hardly: {
          label: 'Hardly anything: the database is the bottleneck',
          feedback:
            '2 s of work on four hands take 0.5 s. More in flight helps until the other side is full, and no further.',
        },
        threads: {
          label: 'Much, if each query also gets a thread',
          feedback: 'Threads of the shop would wait in the same line. The work is done on the other side.',
        },
      },
    },
  },
} as const;
