/** What `blocked-is-not-busy` asks: about what the run shows, and in two new situations. */
export const blockedIsNotBusyQuestions = {
  observe: {
    ask: 'Which way holds its event loop nearly all the time, and uses almost no CPU?',
    look: 'Up means that the loop is held, right means that a core computes. Find the mark at the top left.',
    told: '{answer}: the loop was held for {loop} of the time, and a core worked for {cpu} of it.',
  },
  transfer: {
    'silent-service': {
      situation:
        'A service has stopped answering. The monitor shows 1 % CPU of one core and an event-loop utilisation of 100 %. A colleague wants to move it to a machine with a faster processor.',
      question: 'What do you look for?',
      correct: 'sync',
      options: {
        cpu: {
          label: 'A computation that takes too long',
          feedback:
            'A computation would use a core: CPU near 100 % of one core. A faster processor does not shorten a wait.',
        },
        sync: {
          label: 'A synchronous wait: a *Sync call, a lock, Atomics.wait',
          feedback:
            'The loop is not free, and no core works for it: the thread sleeps inside a call. Waiting asynchronously would free the loop. A faster processor changes nothing.',
        },
        idle: {
          label: 'Nothing: with 1 % CPU the service is idle, so the network must be at fault',
          feedback:
            'An idle loop would have a utilisation near 0 %. Here the loop is held all the time, by something that does not compute.',
        },
        more: {
          label: 'Too many requests for one thread',
          feedback:
            'Serving requests computes something for each: CPU and utilisation would both be high. Here only one of them is.',
        },
      },
    },
    'loud-fan': {
      situation:
        'The fan of a laptop is loud. One program uses 100 % CPU of one core, with an event-loop utilisation of 100 %. It answers nobody.',
      question: 'What is it doing?',
      correct: 'computing',
      options: {
        lock: {
          label: 'It waits for a lock',
          feedback: 'A waiting thread sleeps and uses no core. The fan would be quiet.',
        },
        requests: {
          label: 'It waits for requests',
          feedback: 'Then the loop would be idle: utilisation and CPU both near 0 %.',
        },
        file: {
          label: 'It reads a slow disk with a synchronous call',
          feedback: 'Such a call holds the loop as well, but the core has little to do meanwhile. CPU would be low.',
        },
        computing: {
          label: 'It computes without a pause',
          feedback: 'Loop and core are both held all the time. Move the work to a worker, or cut it into pieces.',
        },
      },
    },
  },
} as const;
