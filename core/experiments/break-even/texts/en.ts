import { breakEvenExplanations } from './en-explanations';
import { breakEvenQuestions } from './en-questions';
import { breakEvenStory } from './en-story';
import { measureWords } from '../../../texts/en/measures';
import { breakEvenPredict } from './en-predict';

/** Every text of the experiment `break-even`. */
export const breakEven = {
  title: 'Break-even',
  question: 'How large must a task be before handing it to a worker pays?',
  background:
    'You have a few equal tasks and need all their results. You can do them yourself, one after the other, or hand one to each worker and wait for the answers. Workers compute at the same instant, but each task and each answer is a message. The tasks grow from 0.01 ms to 100 ms. The workers are threads, processes, or threads that have to be hired first.',
  part: {
    size: {
      detail: 'Equal tasks that only compute',
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
  forecast: breakEvenPredict.forecast,
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
  story: breakEvenStory,
  explanation: breakEvenExplanations,
  /** From which size on a condition is faster, in words: on screen, in the report and on the command line. */
  breakEven: {
    heading: 'From which size on does it pay?',
    found:
      '{subject}: slower than {baseline} below {size} per task, faster above, in this run. Interpolated between the measured sizes {from} and {to}; n = {rounds}.',
    'found-again':
      '{subject}: faster than {baseline} from {size} per task on, interpolated between the measured sizes {from} and {to}; n = {rounds}. The medians change sides {crossings} times, so this is the last of several places: the data are noisy there.',
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
      'Inline time ÷ handed-out time; above 1, handing out wins. Mark: median of per-round ratios, whisker: its interval. Dashed line and band in the colour of a curve: break-even with its bootstrap interval. Sizes are measured: inline time by the number of tasks. {base}',
    captionPlain:
      'Inline time ÷ handed-out time; above 1, handing out wins. Mark: median of per-round ratios, whisker: its interval. Sizes are measured: inline time by the number of tasks. {base}',
    captionGuess: 'Hollow mark on the line: the size that you expected.',
    guess: 'You expected {size}',
    expected: 'your prediction',
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
      'A cook to whom you explain a dish every time learns it, and the next explanation is shorter. A message costs the same every time. Nothing is remembered unless you program it.',
    standing:
      'While your cooks work you could cook as well. Here you wait with empty hands, as a program does that awaits its workers. So the lab compares doing it with having it done.',
    trial:
      'A cook hired for one dish still knows how to cook. A thread hired for one task starts with cold code. The engine has not optimised it yet, so its first tasks are slower, beside the time of the start.',
  },
  questions: breakEvenQuestions,
  results: measureWords['batch-time'],
} as const;
