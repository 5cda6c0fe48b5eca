/** What `break-even` asks: about what the run shows, and in two new situations. */
export const breakEvenQuestions = {
  observe: {
    ask: 'What is the smallest size at which the whole interval of the warm processes lies above the line at 1x?',
    look: 'Above the line at 1x handing out is faster. Follow the marks of the warm processes from the left.',
    told: 'At {answer} the whole interval lies above 1x: warm processes were ahead of inline in this run.',
    toldNone: 'At no size of this run does the whole interval of the warm processes lie above 1x.',
    options: {
      none: 'At none of them',
    },
  },
  transfer: {
    'log-lines': {
      situation:
        'A program reads a log file of 200,000 lines. Parsing a line takes about 0.02 ms of computing. A colleague hands each line to a pool of 4 warm threads, one message per line. It became slower than before.',
      question: 'What do you change?',
      correct: 'batches',
      options: {
        more: {
          label: 'More threads in the pool',
          feedback:
            'Each line still costs two messages, and the thread that sends them is the one that is busy. More threads wait more, they do not send faster.',
        },
        batches: {
          label: 'Hand out batches of about a thousand lines',
          feedback:
            'A batch takes about 20 ms of computing and still one message there and one back. Compare 20 ms and 0.02 ms with the measured break-even.',
        },
        cold: {
          label: 'Start a thread for each line, so that none has to wait',
          feedback: 'Then hiring is paid 200,000 times. Compare what cold threads cost on your chart with 0.02 ms.',
        },
        processes: {
          label: 'Processes instead of threads, they do not share a core',
          feedback:
            'Threads and processes are given the same cores. A message to another process passes more hands, so small tasks pay even later.',
        },
      },
    },
    'twelve-previews': {
      situation:
        'Making a preview takes 40 ms of computing. Twelve are needed at once, on a machine with 4 free cores. A pool of 4 warm threads is there.',
      question: 'Does handing them out pay?',
      correct: 'one-each',
      options: {
        'one-each': {
          label: 'Yes, as twelve tasks',
          feedback:
            'A message costs far less than 40 ms. Twelve tasks on four cores take about 120 ms instead of 480 ms.',
        },
        'one-batch': {
          label: 'Yes, but only as one batch of twelve',
          feedback: 'One batch goes to one thread. The other three cores would have nothing to do.',
        },
        no: {
          label: 'No: the messages cost more than they save',
          feedback: 'Twelve messages there and back cost a millisecond or so. They save about 360 ms.',
        },
        cold: {
          label: 'Only with a new thread for each preview',
          feedback: 'Hiring comes on top of the work. The warm threads are there already.',
        },
      },
    },
  },
} as const;
