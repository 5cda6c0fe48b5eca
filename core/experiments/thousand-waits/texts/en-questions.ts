/** What `thousand-waits` asks: about what the run shows, and in two new situations. */
export const thousandWaitsQuestions = {
  observe: {
    ask: 'Beside 32 requests: in which way was the heartbeat on time?',
    look: 'Look at the chart of the longest lateness. Which bar stays below 50 ms?',
    told: '{answer}: the heartbeat was late by up to {value}. In the other two it was late by more than 50 ms.',
  },
  transfer: {
    'chat-server': {
      situation:
        'A chat server keeps 5,000 people connected. Most say nothing for minutes. It has one thread for each of them and needs 20 GB of memory.',
      question: 'What makes it smaller?',
      correct: 'async',
      options: {
        cores: {
          label: 'More cores, so that fewer threads are needed',
          feedback: 'The threads compute nothing: they wait. Cores shorten no wait and hold no memory.',
        },
        async: {
          label: 'A few threads that await messages on all connections',
          feedback:
            'A connection that is awaited needs kilobytes. A few event loops can hold all 5,000, as long as nobody blocks them.',
        },
        processes: {
          label: 'One process for each person instead',
          feedback: 'A process needs more memory than a thread. Compare the wages in "Threads or processes".',
        },
        blocking: {
          label: 'One thread that asks each connection in turn, and waits for its answer',
          feedback:
            'Then one silent person holds up all the others. A wait that blocks its thread lets nobody else have a turn.',
        },
      },
    },
    'slow-drive': {
      situation:
        'A server answers requests on one event loop, on a machine of 16 cores. One of its handlers reads a file synchronously. The drive takes 2 s to answer.',
      question: 'What happens to the other requests in these 2 s?',
      correct: 'wait',
      options: {
        cores: {
          label: 'The event loop answers them on another core',
          feedback: 'An event loop has one thread. While that thread is blocked, no callback of it runs on any core.',
        },
        wait: {
          label: 'They wait until the file is there',
          feedback:
            'A synchronous call blocks the thread. An asynchronous one would have given it back, and the others would have been served.',
        },
        files: {
          label: 'Only those that also read files wait',
          feedback: 'The thread is blocked for everybody, whatever they want. It cannot even look who is there.',
        },
        promises: {
          label: 'Nothing, if the handler is an async function',
          feedback: 'The word async changes no call inside the function. One that blocks still blocks.',
        },
      },
    },
  },
} as const;
