import { threadsOrProcessesExplanations } from './en-explanations';
import { threadsOrProcessesQuestions } from './en-questions';
import { threadsOrProcessesStory } from './en-story';
import { threadsOrProcessesPredict } from './en-predict';

/** Every text of the experiment `threads-or-processes`. */
export const threadsOrProcesses = {
  title: 'Threads or processes',
  question: 'A process of its own, or a thread in yours: what does each cost, and does one compute faster?',
  background:
    'Threads live together in one process and share its memory. A process has memory of its own. Here the same tasks are executed by one thread alone, by several threads, and by as many processes. The lab measures what each worker costs as well, its wages: hiring, memory, and a message there and back.',
  part: {
    computing: {
      name: 'Computing',
      detail: 'Equal tasks that never wait, six for each worker',
    },
  },
  forecast: threadsOrProcessesPredict.forecast,
  condition: {
    alone: {
      name: 'One thread alone',
      subject: 'One thread alone',
      short: 'one thread alone',
      detail: 'does all tasks one after the other; nobody is hired',
    },
    threads: {
      name: 'Threads',
      subject: 'Threads',
      short: 'threads',
      detail: 'hired workers in one process; they take tasks from one queue',
    },
    processes: {
      name: 'Processes',
      subject: 'Processes',
      short: 'processes',
      detail: 'as many hired workers, each in a process of its own; the same queue',
    },
    'threads-again': {
      name: 'Threads (again)',
      subject: 'Threads (again)',
      short: 'threads (again)',
      detail: 'the same under a second name: it shows the noise',
    },
  },
  seat: { worker: 'Worker {n}' },
  task: { task: 'Task {n}' },
  parameter: { taskMs: 'One task, computing for', rounds: 'Rounds' },
  mapping: {
    cook: { word: 'A hired cook in your kitchen', term: 'a worker thread' },
    kitchen: {
      word: 'A second restaurant',
      term: 'a process: it has memory of its own, and what goes there is copied',
    },
    wages: { word: 'Wages', term: 'time to hire, memory, messages' },
    ticket: { word: 'Passing a ticket', term: 'message' },
  },
  story: threadsOrProcessesStory,
  explanation: threadsOrProcessesExplanations,
  analogyAnswer: {
    rent: 'A second restaurant has its rent every month. A process pays too: its start once, and its memory for as long as it lives. Beside that it computes like a thread.',
    fire: 'A fire in one kitchen leaves the other restaurant open. It is the same with processes. It is not with threads: a crash or a lack of memory in one can take its whole process along.',
    hands:
      'Another restaurant brings stoves and cooks of its own. Another process brings no core. It is given one of the same cores that the threads would have used.',
  },
  questions: threadsOrProcessesQuestions,
} as const;
