import { manyCooksExplanations } from './en-explanations';

/** Every text of the experiment `many-cooks`; `{n}` is a number of threads, which depends on the machine's cores. */
export const manyCooks = {
  title: 'Many cooks',
  question: 'Do twice as many threads need half the time?',
  background:
    'There is a pile of equal tasks that only compute, and all threads take from it, one task at a time. The same pile is done by one thread, by more, and by twice as many threads as this machine offers cores.',
  part: {
    computing: {
      name: 'Computing',
      detail: 'Equal tasks that never wait',
      predict:
        'There are six tasks for each core of this machine, and at least 24. Each is about {taskMs} ms of computing. How many times as fast as one thread are more, threads already hired?',
    },
  },
  condition: {
    'threads-1': {
      name: '1 thread',
      subject: '1 thread',
      short: '1 thread',
      detail: 'does one task after the other',
    },
    threads: {
      name: '{n} threads',
      subject: '{n} threads',
      short: '{n} threads',
      detail: 'take tasks from one queue',
    },
    'threads-1-again': {
      name: '1 thread (again)',
      subject: '1 thread (again)',
      short: '1 thread (again)',
      detail: 'the same under a second name: it shows the noise',
    },
    'threads-again': {
      name: '{n} threads (again)',
      subject: '{n} threads (again)',
      short: '{n} threads (again)',
      detail: 'the same under a second name: it shows the noise',
    },
  },
  seat: { worker: 'Thread {n}' },
  task: { task: 'Task {n}' },
  parameter: { taskMs: 'Computing per task', rounds: 'Rounds' },
  mapping: {
    cook: { word: 'A cook', term: 'worker: here a thread' },
    board: { word: 'A place to work', term: 'a core' },
    pile: { word: 'The pile of orders', term: 'the queue: whoever is free takes the next task' },
    ticket: { word: 'Passing an order', term: 'message' },
  },
  explanation: manyCooksExplanations,
  analogyAnswer: {
    hands:
      'A cook without a place to work still has two hands, and sees that there is no room. A thread has no hands: it takes turns on the cores, and counts as busy while it waits for its turn.',
    places:
      'Places in a kitchen are about alike. Cores need not be: two can be halves of one (SMT), some can be slower by design, and all get slower when they get hot.',
    larder:
      'In a kitchen it shows when cooks stand in line at the larder. Cores that want memory at the same time slow each other down, and nothing shows it but the time.',
  },
  transfer: {
    situation:
      'A yearly report takes 100 s on one thread. For 10 s of it nothing can be shared: the input must be read in order. The other 90 s are equal, independent tasks. You can have a machine with 9 free cores.',
    question: 'How long does it take with 9 threads, at best?',
    correct: 'twenty',
    options: {
      ten: {
        label: '10 s',
        feedback: 'The shared part alone takes 90 s / 9 = 10 s, and the 10 s that nobody can share come on top.',
      },
      eleven: {
        label: '11 s',
        feedback: '100 s / 9 would be right if all of it could be shared. While the input is read, eight threads wait.',
      },
      twenty: {
        label: '20 s',
        feedback:
          "10 s that nobody can share, and 90 s / 9 = 10 s: five times as fast with nine threads. That is Amdahl's law, and with any number of cores it stays above 10 s.",
      },
      fifty: {
        label: '50 s',
        feedback: 'That would be two threads or so. Nine threads share the 90 s and need 10 s for them.',
      },
    },
  },
} as const;
