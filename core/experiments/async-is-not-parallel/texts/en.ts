import { asyncIsNotParallelFindings } from './en-levels';
import { asyncIsNotParallelQuestions } from './en-questions';
import { asyncIsNotParallelStory } from './en-story';
import { asyncIsNotParallelPredict } from './en-predict';

/** Every text of the experiment `async-is-not-parallel`. */
export const asyncIsNotParallel = {
  title: 'Async is not parallel',
  question: 'You start four computations together with async. Are they done sooner?',
  background:
    'You call four async functions and wait for all of them with Promise.all. It reads as if they ran side by side. Here they compute and wait for nothing. The same four tasks are executed in a plain loop, as async functions started together, and on worker threads.',
  part: {
    computing: {
      name: 'Computing',
      detail: 'Four tasks that never wait',
      predict: asyncIsNotParallelPredict.part.computing,
    },
  },
  forecast: asyncIsNotParallelPredict.forecast,
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
    timer: { word: 'A timer', term: 'await on something that happens by itself; kneading has none' },
  },
  story: asyncIsNotParallelStory,
  explanation: asyncIsNotParallelFindings,
  analogyAnswer: {
    hands:
      'A cook could knead two doughs with two hands. A thread cannot: it executes one step at a time. A step of computation lasts until it ends, or pauses by itself.',
    switching:
      'A cook can leave a dough half kneaded when called. A function that computes cannot be called away. It keeps the thread until it returns, or awaits something that is not there yet.',
    order:
      'Nobody in a kitchen believes that four doughs are kneaded because four orders hang on the board. In a program the word "async" makes it look so.',
  },
  questions: asyncIsNotParallelQuestions,
} as const;
