import { manyCooksExplanations } from './en-explanations';
import { manyCooksQuestions } from './en-questions';
import { manyCooksStory } from './en-story';
import { manyCooksPredict } from './en-predict';

/** Every text of the experiment `many-cooks`; `{n}` is a number of threads, which depends on the machine's cores. */
export const manyCooks = {
  title: 'Many cooks',
  question: 'Twice the threads, half the time?',
  background:
    'There is a pile of equal tasks that only compute. All threads take from it, one task at a time. The same pile is done by one thread, by more, and by twice as many threads as this machine offers cores.',
  part: {
    computing: {
      name: 'Computing',
      detail: 'Equal tasks that never wait',
      predict: manyCooksPredict.part.computing,
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
  story: manyCooksStory,
  explanation: manyCooksExplanations,
  analogyAnswer: {
    hands:
      'A cook without a place to work still has two hands, and sees that there is no room. A thread has no hands. It takes turns on the cores, and the lab calls it busy while it waits for its turn.',
    places:
      'Places in a kitchen are about alike. Cores need not be. Two can be halves of one (SMT), some can be slower by design, and all get slower when they get hot.',
    larder:
      'You see cooks stand in line at the larder. Cores that want memory at the same time slow each other down as well, and only the time shows it.',
  },
  questions: manyCooksQuestions,
} as const;
