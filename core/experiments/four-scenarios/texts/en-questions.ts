/** What `four-scenarios` asks: about what the run shows, and in two new situations. */
export const fourScenariosQuestions = {
  observe: {
    ask: 'Computing, sync inside: which set-up is faster than one thread on one core?',
    look: 'In the chart of computing, compare the bars of the sync set-ups with the bar "One core, sync".',
    told: '{answer}: faster than one core, sync.',
    toldNone: 'No sync set-up was faster than one core, sync.',
    options: {
      none: 'None of them',
    },
  },
  transfer: {
    'page-service': {
      situation:
        'A service answers each request by asking two other services, 80 ms of waiting, and rendering a page, 10 ms of computing. It gets 300 requests a second on a machine with 8 cores. Today it runs 8 processes, sync inside, and a line of waiting requests grows.',
      question: 'What do you change first?',
      correct: 'async-inside',
      workable: 'more-threads',
      options: {
        'async-one': {
          label: 'One process, async',
          feedback:
            'It overlaps the waits. But the rendering alone is 300 x 10 ms = 3 s of computing per second, and one thread has 1 s.',
        },
        'more-cores': {
          label: 'Twice as many cores, the same 8 processes',
          feedback:
            'The cores are hardly used. 8 sync processes answer about 8 / 90 ms, or 89 requests a second, which needs less than one core. They are blocked, not out of cores.',
        },
        'async-inside': {
          label: 'Keep several processes, async inside each',
          feedback:
            'Waits overlap within each process. 3 s of rendering per second needs at least three of them, each on a core. Waiting and computing both get what they need.',
        },
        'more-threads': {
          label: 'A sync thread for each request in progress, about 27',
          feedback:
            'On average 300 x 90 ms = 27 requests are in progress, so some more threads are enough. Many servers do this. Each blocked thread costs memory; async inside a few processes needs none of them.',
        },
      },
    },
    videos: {
      situation:
        'A program converts 16 videos on a machine with 8 free cores. Each takes 2 s of reading and 60 s of computing on one core. Today one async process does them one after the other.',
      question: 'What helps most?',
      correct: 'eight',
      options: {
        'all-at-once': {
          label: 'Start all 16 at once in the one async process',
          feedback: 'Only the 2 s of reading overlap. The 16 x 60 s = 960 s of computing stay on one thread.',
        },
        eight: {
          label: 'Eight processes, each with one video at a time',
          feedback: '960 s of computing on eight cores take about 120 s. Computing needs hands, one on each core.',
        },
        reads: {
          label: 'Read the next video while one is converted',
          feedback: 'That saves up to 2 s of each 62 s. The computing is what takes the time.',
        },
        pinned: {
          label: 'Sixteen threads, all pinned to one core',
          feedback: 'They take turns on that core. The other seven have nothing to do.',
        },
      },
    },
  },
} as const;
