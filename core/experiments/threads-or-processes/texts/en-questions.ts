/** What `threads-or-processes` asks: about what the run shows, and in two new situations. */
export const threadsOrProcessesQuestions = {
  observe: {
    ask: 'Hiring included, which way has all tasks done first?',
    look: 'The second piece of a bar is hiring. Compare where the whole bars end.',
    told: '{answer}: {time}, hiring included.',
  },
  transfer: {
    'preview-crashes': {
      situation:
        'A desktop program makes previews of pictures that users download. The decoder is a native library that crashes on some broken files. A preview takes 200 ms of computing, and about 50 are made in a row. Today a thread does it, and each crash ends the whole program.',
      question: 'What do you change?',
      correct: 'few-processes',
      options: {
        'more-threads': {
          label: 'More threads, because one of them may crash',
          feedback:
            'All threads of a process end with it. A crash in native code in any of them still takes the program along.',
        },
        'few-processes': {
          label: 'A few processes, hired once and kept for all previews',
          feedback:
            'A crash then ends one worker, which can be replaced. Each process is hired once. Beside 200 ms of computing a message hardly matters.',
        },
        'process-each': {
          label: 'A new process for each preview',
          feedback:
            'It is as safe, but pays for hiring 50 times. The table of wages says what that costs; compare it with the 200 ms.',
        },
        async: {
          label: 'An async function around the decoder',
          feedback:
            'It would compute on the same thread of the same process. "try" and "catch" do not help either. A crash in native code is not an exception.',
        },
      },
    },
    'one-picture': {
      situation:
        'Four workers filter one picture of 400 MB. All of them read the same pixels and write into the same result. The filter is plain JavaScript that never crashes.',
      question: 'What do you choose?',
      correct: 'threads',
      options: {
        processes: {
          label: 'Processes, each with its own copy of the picture',
          feedback: 'It works, but four copies of 400 MB have to be made, sent and kept.',
        },
        loop: {
          label: 'One thread, async',
          feedback: 'Filtering computes. One thread uses one core at a time, async or not.',
        },
        'per-row': {
          label: 'A new thread for each row of the picture',
          feedback: 'Then hiring is paid thousands of times, and many more threads than cores are alive.',
        },
        threads: {
          label: 'Threads that share the pixels',
          feedback:
            'Threads of one process can see the same memory, so nothing is copied. There is no crash that processes would have to contain.',
        },
      },
    },
  },
} as const;
