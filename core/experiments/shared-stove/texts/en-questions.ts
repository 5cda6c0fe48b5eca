/** What `shared-stove` asks: about what the run shows, and in two new situations. */
export const sharedStoveQuestions = {
  observe: {
    ask: 'By which rule did dinners end in a deadlock?',
    look: 'Look at the table of deadlocks. Which row has more than none?',
    told: '{answer}. With the other two rules fewer than one in a hundred dinners of a typical round did.',
  },
  transfer: {
    'two-accounts': {
      situation:
        'A bank moves money between accounts. It locks the account that pays, then the one that receives. Now and then two transfers never end.',
      question: 'What cures it?',
      correct: 'order',
      options: {
        order: {
          label: 'Taking the lock of the lower account number first, whoever pays',
          feedback: 'Two transfers in opposite directions then want the same lock first. One waits, no circle closes.',
        },
        faster: {
          label: 'Faster machines, so that locks are held for a shorter time',
          feedback: 'It happens less often, and still happens. Rare deadlocks are the hardest to find.',
        },
        more: {
          label: 'More locks, for parts of an account',
          feedback: 'More locks make more circles possible. What matters is the order in which they are taken.',
        },
        threads: {
          label: 'More threads, so that others go on',
          feedback: 'The two never end all the same, and whoever needs their accounts waits with them.',
        },
      },
    },
    'one-cache': {
      situation:
        'Sixteen threads look things up in one table under one lock. On 16 cores they are no faster than on two. Each lookup is short.',
      question: 'What do you try first?',
      correct: 'split',
      options: {
        split: {
          label: 'Dividing the table into parts, each with a lock of its own',
          feedback:
            'Threads that want different parts no longer wait for each other. That is what the locks of the lab show.',
        },
        threads: {
          label: 'Thirty-two threads',
          feedback: 'They queue for the same lock. One works at a time, as before.',
        },
        async: {
          label: 'Waiting for the lock asynchronously',
          feedback: 'A thread could do something else meanwhile. But the lookups are still done one at a time.',
        },
        priority: {
          label: 'A higher priority for whoever has the lock',
          feedback: 'That helps where it is kept from its core. Here each has a core, and waits for its turn.',
        },
      },
    },
  },
} as const;
