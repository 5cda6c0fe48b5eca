/** What `python-gil` asks: about what the run shows, and in two new situations. */
export const pythonGilQuestions = {
  observe: {
    ask: 'Compare the totals of the computing part. Which way was done first?',
    look: 'Which mark lies furthest to the left, with its whole interval?',
    told: '{answer}: {time}.',
  },
  transfer: {
    'image-server': {
      situation:
        'A Python server makes small pictures out of large ones. Its own Python code goes through all pixels. With 8 threads on 8 cores it makes as many pictures per second as with one.',
      question: 'What is most likely to help?',
      correct: 'processes',
      options: {
        more: {
          label: 'More threads, 32 instead of 8',
          feedback: 'They would wait for the same lock. Only its holder executes Python code.',
        },
        asyncio: {
          label: 'Writing it with asyncio',
          feedback: 'Asyncio overlaps waiting. Going through pixels is computing, and one thread still does all of it.',
        },
        processes: {
          label: 'As many processes as cores',
          feedback:
            'Each process has a lock of its own. A library in C that releases the lock would help threads as well.',
        },
        interval: {
          label: 'A shorter switch interval',
          feedback:
            'Then the threads take turns more often. There is still one at a time, and more time is lost in between.',
        },
      },
    },
    'many-downloads': {
      situation:
        'A Python program fetches 40 pages, one after the other. Each takes 200 ms, nearly all of it waiting for the answer. A colleague says that threads are useless in Python, because of the GIL.',
      question: 'What happens with 20 threads?',
      correct: 'soon',
      options: {
        same: {
          label: 'It takes 8 s as before',
          feedback:
            'A thread that waits for an answer releases the lock. The other threads send their requests meanwhile.',
        },
        soon: {
          label: 'It takes well under a second',
          feedback: 'Twenty waits pass at the same time. The lock matters only for the short moments of computing.',
        },
        cores: {
          label: 'It is faster by the number of cores',
          feedback: 'Waiting needs no core. What counts is how many waits pass at once.',
        },
        crash: {
          label: 'The answers get mixed up',
          feedback:
            'Each thread has its own connection and its own variables. Shared data would need care, with the GIL too.',
        },
      },
    },
  },
} as const;
