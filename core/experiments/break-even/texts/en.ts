import { breakEvenExplanations } from './en-explanations';
import { measureWords } from '../../../texts/en/measures';

/** Every text of the experiment `break-even`. */
export const breakEven = {
  title: 'Break-even',
  question: 'How large must a task be before handing it to a worker pays?',
  background:
    'You have a few equal tasks and need all their results. You can do them yourself, one after the other, or hand one to each worker and wait for the answers. Workers compute at the same moment, but each task and each answer is a message. The tasks grow from 0.01 ms to 100 ms, and the workers are threads, processes, or threads that have to be hired first.',
  part: {
    size: {
      detail: 'Equal tasks that only compute',
      predict:
        '{tasks} tasks have to be done. How long until you have all results? Only the cold threads are hired in that time.',
    },
    'size-10': { name: '0.01 ms per task' },
    'size-30': { name: '0.03 ms per task' },
    'size-100': { name: '0.1 ms per task' },
    'size-300': { name: '0.3 ms per task' },
    'size-1000': { name: '1 ms per task' },
    'size-3000': { name: '3 ms per task' },
    'size-10000': { name: '10 ms per task' },
    'size-30000': { name: '30 ms per task' },
    'size-100000': { name: '100 ms per task' },
  },
  condition: {
    inline: {
      name: 'Inline',
      subject: 'Inline',
      short: 'inline',
      detail: 'you do all tasks yourself, one after the other; no message is sent',
    },
    'inline-again': {
      name: 'Inline (again)',
      subject: 'Inline (again)',
      short: 'inline (again)',
      detail: 'the same under a second name: it shows the noise',
    },
    threads: {
      name: 'Warm threads',
      subject: 'Warm threads',
      short: 'warm threads',
      detail: 'workers that were hired before; they take the tasks from one queue',
    },
    processes: {
      name: 'Warm processes',
      subject: 'Warm processes',
      short: 'warm processes',
      detail: 'as many workers hired before, each in a process of its own; the same queue',
    },
    'cold-threads': {
      name: 'Cold threads',
      subject: 'Cold threads',
      short: 'cold threads',
      detail: 'as many threads, hired for these tasks and dismissed after them; hiring is part of the time',
    },
  },
  seat: { worker: 'Worker {n}' },
  task: { task: 'Task {n}' },
  parameter: { tasks: 'Tasks to do', rounds: 'Rounds' },
  mapping: {
    self: { word: 'Doing it yourself', term: 'a call in your own thread: inline' },
    ticket: { word: 'Explaining a dish to a cook', term: 'a message with the task, and one back with its result' },
    staff: { word: 'A cook who waits for orders', term: 'a warm worker, as in a pool' },
    hiring: { word: 'Hiring a cook for one dish', term: 'a cold worker: started for this task alone' },
  },
  explanation: breakEvenExplanations,
  /** From which size on a condition is faster, in words: on screen, in the report and on the command line. */
  breakEven: {
    heading: 'From which size on does it pay?',
    found:
      '{subject}: slower than {baseline} below {size} per task, faster above, on this machine. Read between the measured sizes {from} and {to}; n = {rounds}.',
    'found-again':
      '{subject}: faster than {baseline} from {size} per task on, read between the measured sizes {from} and {to}; n = {rounds}. The medians change sides {crossings} times, so this is the last of several places: the data are noisy there.',
    'always-slower':
      '{subject}: no size at which it pays. By the medians slower than {baseline} at every size from {from} to {to}; n = {rounds}.',
    'always-faster':
      '{subject}: no size below which it costs. By the medians not slower than {baseline} at any size from {from} to {to}; n = {rounds}.',
    'slower-again':
      '{subject}: no size can be named from which on it pays. By the medians faster than {baseline} at some sizes, but slower at the largest, {to}; n = {rounds}.',
    'too-few-rounds':
      '{subject}: not decided from {rounds} that all sizes share; at least {minimum} are needed for a break-even.',
    'not-measured': '{subject}: the break-even was not measured; two sizes at least have to be complete.',
    orLess: '{value} or less',
    orMore: '{value} or more',
    interval: '{estimate} {unit} [{low}, {high}]',
    note: 'The place at which the time ratio is 1, by straight lines between the medians of neighbouring sizes on logarithmic scales. Brackets: bootstrap interval over whole rounds (intended 95 %). What lies between two sizes was not measured, and the interval does not know how the curve bends there.',
    title: 'How many times faster is handing out?',
    xAxis: 'Time of one task done inline (ms, logarithmic)',
    yAxis: 'Times faster than inline (logarithmic)',
    even: 'equal',
    caption:
      'Time inline over time handed out: above 1 handing out is faster. Mark: median of per-round ratios, whisker: its interval. Dashed line and band in the colour of a curve: break-even with its bootstrap interval. Sizes are measured: inline time by the number of tasks. {base}',
    captionPlain:
      'Time inline over time handed out: above 1 handing out is faster. Mark: median of per-round ratios, whisker: its interval. Sizes are measured: inline time by the number of tasks. {base}',
    condition: 'Condition',
    size: 'One task inline (ms)',
    times: 'Times faster than inline',
    low: 'Interval, low end',
    high: 'Interval, high end',
    verdict: 'Verdict',
    n: 'n (rounds)',
  },
  analogyAnswer: {
    explaining:
      'A cook to whom you explain a dish every time learns it, and the next explanation is shorter. A message costs the same every time: nothing is remembered unless you program it.',
    standing:
      'While your cooks work you could cook as well. Here you wait for them with empty hands, as a program does that awaits its workers, so that the comparison is between doing it and having it done.',
    trial:
      'A cook hired for one dish still knows how to cook. A thread hired for one task starts with cold code: the engine has not optimised it yet, which makes its first tasks slower on top of the start.',
  },
  transfer: {
    situation:
      'A program reads a log file of 200,000 lines. Parsing a line takes about 0.02 ms of computing. A colleague hands each line to a pool of 4 warm threads, one message per line, and it became slower than before.',
    question: 'What do you change?',
    correct: 'batches',
    options: {
      more: {
        label: 'More threads in the pool',
        feedback:
          'Each line still costs two messages, and the thread that sends them is the one that is busy. More threads wait more, they do not send faster.',
      },
      batches: {
        label: 'Hand out batches of about a thousand lines',
        feedback:
          'A batch takes about 20 ms of computing and still one message there and one back. Compare 20 ms and 0.02 ms with the break-even of your machine.',
      },
      cold: {
        label: 'Start a thread for each line, so that none has to wait',
        feedback:
          'Then hiring is paid 200,000 times. On your chart the cold threads need by far the largest tasks before they pay.',
      },
      processes: {
        label: 'Processes instead of threads, they do not share a core',
        feedback:
          'Threads and processes are given the same cores. A message to another process passes more hands, so that small tasks pay even later.',
      },
    },
  },
  results: measureWords['batch-time'],
} as const;
