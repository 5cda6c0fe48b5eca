/** What `eggs-and-toast` asks: about what the run shows, and in two new situations. */
export const eggsAndToastQuestions = {
  observe: {
    ask: 'Which dish did the async cook serve first?',
    look: 'In the chart of served dishes, find the row of the async cook. The mark furthest left was ready first.',
    told: '{answer} came first: the async cook served it after {time}.',
  },
  transfer: {
    'photo-service': {
      situation:
        'A photo service runs as one async thread on 8 cores. Each minute 1,000 pictures arrive. Each waits about 200 ms for the storage and then needs 150 ms of computing. The service cannot keep up.',
      question: 'What helps?',
      correct: 'workers',
      options: {
        'async-function': {
          label: 'Make the resizing function async',
          feedback:
            'The word changes nothing about the work. 1,000 x 150 ms is 150 s of computing per minute, and one thread has 60 s. Like kneading, resizing never waits.',
        },
        'more-in-flight': {
          label: 'Allow more storage requests in flight',
          feedback:
            'The waits overlap already, as eggs and toast can for an async cook. Computing is what is short: 150 s per minute on a thread that has 60 s.',
        },
        workers: {
          label: 'Resize in a few worker threads or processes, keep the waiting async',
          feedback:
            'Computing needs hands: 150 s per minute is at least three workers, each on a core. Waiting needs none, so async stays right for the storage.',
        },
        'faster-storage': {
          label: 'Buy storage that answers in 20 ms',
          feedback:
            'Each picture would come back sooner. The thread would still have 150 s of computing for every 60 s. It is busy, not waiting.',
        },
      },
    },
    'chat-server': {
      situation:
        'A chat server passes messages on. 10,000 people are connected, most of them silent. About 2,000 messages arrive each second, and each needs 0.05 ms of computing. Today every person has a thread.',
      question: 'What changes when one async thread serves all of them?',
      correct: 'fewer-threads',
      options: {
        faster: {
          label: 'Each message is passed on many times faster',
          feedback:
            'A message still needs 0.05 ms of computing. The silent people cost a thread each, but they took no time from the others.',
        },
        'too-much': {
          label: 'One thread cannot serve so many people',
          feedback:
            '2,000 messages of 0.05 ms are 100 ms of computing per second. The thread is free for nine tenths of the time.',
        },
        cores: {
          label: 'The work now spreads over all cores',
          feedback: 'One thread uses one core at a time, however many people it serves.',
        },
        'fewer-threads': {
          label: 'It keeps up with far fewer threads and less memory',
          feedback:
            'Waiting needs no hands. One cook with timers can watch 10,000 pots, as long as the computing fits into one thread.',
        },
      },
    },
  },
} as const;
