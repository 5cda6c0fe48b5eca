import { threadsOrProcessesExplanations } from './en-explanations';

/** Every text of the experiment `threads-or-processes`. */
export const threadsOrProcesses = {
  title: 'Threads or processes',
  question: 'A process of its own, or a thread in yours: what does each cost, and does one compute faster?',
  background:
    'Threads live together in one process and share what it has. A process has everything to itself. Here the same tasks are executed by one thread alone, by several threads, and by as many processes. What each worker costs, the wages, is measured as well: being hired from nothing, memory, and a message there and back.',
  part: {
    computing: {
      name: 'Computing',
      detail: 'Equal tasks that never wait, six for each worker',
      predict:
        'There is a worker for each core (at least 2, at most 4) and six tasks for each worker, each about {taskMs} ms of computing. In which order are they done with all tasks, workers already hired?',
    },
  },
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
    kitchen: { word: 'A second restaurant', term: 'a process: nothing is shared, what goes there is copied' },
    wages: { word: 'Wages', term: 'time to hire, memory, messages' },
    ticket: { word: 'Passing a ticket', term: 'message' },
  },
  explanation: threadsOrProcessesExplanations,
  analogyAnswer: {
    rent: 'A second restaurant has its rent every month. A process pays most of it once, when it starts, in time and memory; after that it computes like a thread.',
    fire: 'A fire in one kitchen leaves the other restaurant open. It is the same with processes, and not with threads: a crash or a lack of memory in one can take its whole process along.',
    hands:
      'Another restaurant brings stoves and cooks of its own. Another process brings no core: it is given one of the same cores that the threads would have used.',
  },
  transfer: {
    situation:
      'A desktop program makes previews of pictures that users download. The decoder is a native library that crashes on some broken files. A preview takes 200 ms of computing, and about 50 are made in a row. Today a thread does it, and each crash ends the whole program.',
    question: 'What do you change?',
    correct: 'few-processes',
    options: {
      'more-threads': {
        label: 'More threads, so that one can crash',
        feedback:
          'All threads of a process end with it. A crash in native code in any of them still takes the program along.',
      },
      'few-processes': {
        label: 'A few processes, hired once and kept for all previews',
        feedback:
          'A crash then ends one worker, which can be replaced. The wages are paid once per process, and beside 200 ms of computing a message hardly counts.',
      },
      'process-each': {
        label: 'A new process for each preview',
        feedback:
          'It is as safe, but pays for hiring 50 times. What that costs on your machine is in the table of wages; compare it with the 200 ms.',
      },
      async: {
        label: 'An async function around the decoder',
        feedback:
          'It would compute on the same thread of the same process. "try" and "catch" do not help either: a crash in native code is not an exception.',
      },
    },
  },
} as const;
