import { asyncIsNotParallelExplanations } from './en-explanations';

/** Every text of the experiment `async-is-not-parallel`. */
export const asyncIsNotParallel = {
  title: 'Async is not parallel',
  question: 'You start four computations together with async. Are they done sooner?',
  background:
    'Call four async functions, wait for all with Promise.all: it reads as if they ran side by side. Here they compute and wait for nothing. The same four tasks are executed in a plain loop, as async functions started together, and on worker threads.',
  part: {
    computing: {
      name: 'Computing',
      detail: 'Four tasks that never wait',
      predict:
        'Each of 4 tasks keeps a thread busy for about {taskMs} ms; nothing waits. In which order are the three ways done with all 4, threads already hired?',
    },
  },
  condition: {
    loop: {
      name: 'Loop',
      subject: 'The loop',
      short: 'the loop',
      detail: 'one thread, one task after the other',
    },
    together: {
      name: 'Promise.all',
      subject: 'Promise.all',
      short: 'Promise.all',
      detail: 'one thread, four async functions started together',
    },
    threads: {
      name: 'Threads',
      subject: 'Threads',
      short: 'threads',
      detail: 'at least two and at most four worker threads, one for each core',
    },
    'loop-again': {
      name: 'Loop (again)',
      subject: 'The loop (again)',
      short: 'the loop (again)',
      detail: 'the same under a second name: it shows the noise',
    },
  },
  seat: { worker: 'Thread {n}' },
  task: { task: 'Task {n}' },
  parameter: { taskMs: 'One task, computing for', rounds: 'Rounds' },
  mapping: {
    cook: { word: 'A cook', term: 'a thread' },
    dough: { word: 'A dough to knead', term: 'a task that computes: it needs the cook all the time' },
    list: { word: 'Four doughs begun "together"', term: 'four async functions under Promise.all' },
    timer: { word: 'A timer', term: 'await on something that gets on by itself; kneading has none' },
  },
  explanation: asyncIsNotParallelExplanations,
  analogyAnswer: {
    hands:
      'A cook could knead two doughs with two hands. A thread cannot: it executes one step at a time, and a step of computation lasts until it ends or gives way.',
    switching:
      'A cook can leave a dough half kneaded when called. A function that computes cannot be called away: only its own "await" gives the thread back.',
    order:
      'Nobody in a kitchen believes that four doughs are kneaded because four orders hang on the board. In a program the word "async" makes it look so.',
  },
  transfer: {
    situation:
      'A server written as one async thread parses uploaded tables. One of 50 MB needs 2 s of computing, and meanwhile nobody gets an answer. A colleague puts "await" in front of the parse function and declares it async.',
    question: 'What happens the next time such a table comes?',
    correct: 'same',
    options: {
      parallel: {
        label: 'It is parsed in the background, and others get answers',
        feedback:
          'There is no background on one thread. The function still computes for 2 s in one piece, and nothing else gets its turn.',
      },
      faster: {
        label: 'It is parsed faster, because the cores share it',
        feedback: 'One thread uses one core at a time. The word changes nothing about who does the work.',
      },
      same: {
        label: 'The same as before: nobody gets an answer for 2 s',
        feedback:
          'The work is still one piece on the one thread. A worker thread for parsing would leave the server free; cutting the work into pieces would let answers out in between, and take no less time.',
      },
      slower: {
        label: 'It takes much longer, because awaiting is slow',
        feedback: 'One "await" costs about a microsecond or less. It does no harm, and no good.',
      },
    },
  },
} as const;
