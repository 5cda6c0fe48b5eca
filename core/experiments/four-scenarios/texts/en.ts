import { fourScenariosExplanations } from './en-explanations';
import { fourScenariosQuestions } from './en-questions';
import { fourScenariosStory } from './en-story';
import { fourScenariosPredict } from './en-predict';

/** Every text of the experiment `four-scenarios`. */
export const fourScenarios = {
  title: 'Four scenarios',
  question: 'One thread or many, one core or many, sync or async: what helps for which work?',
  background:
    'There are four scenarios: one thread on one core, one thread that may use every core, many threads, and many processes. Each is executed sync and async. Each does three kinds of work: computing, requests, and both. One core means that the system binds the thread to it. Linux and Windows can do that; elsewhere the record says that it was not possible.',
  part: {
    computing: {
      name: 'Computing',
      detail: 'Tasks that never wait',
    },
    requests: {
      name: 'Requests',
      detail: '3 requests to a server in another process',
    },
    mixed: {
      name: 'Both',
      detail: '3 tasks that wait, then compute',
    },
  },
  forecast: fourScenariosPredict.forecast,
  condition: {
    'one-core-sync': {
      name: 'One core, sync',
      subject: 'One core, sync',
      short: 'one core, sync',
      detail: 'one thread bound to one core; one task after the other',
    },
    'one-core-async': {
      name: 'One core, async',
      subject: 'One core, async',
      short: 'one core, async',
      detail: 'one thread bound to one core; all tasks in flight',
    },
    'one-thread-sync': {
      name: 'One thread, sync',
      subject: 'One thread, sync',
      short: 'one thread, sync',
      detail: 'one thread that may use every core; one task after the other',
    },
    'one-thread-async': {
      name: 'One thread, async',
      subject: 'One thread, async',
      short: 'one thread, async',
      detail: 'one thread that may use every core; all tasks in flight',
    },
    'many-threads-sync': {
      name: 'Many threads, sync',
      subject: 'Many threads, sync',
      short: 'many threads, sync',
      detail: 'two, or four from four cores on; each does one task at a time',
    },
    'many-threads-async': {
      name: 'Many threads, async',
      subject: 'Many threads, async',
      short: 'many threads, async',
      detail: 'two, or four from four cores on; each has several tasks in flight',
    },
    'many-processes-sync': {
      name: 'Many processes, sync',
      subject: 'Many processes, sync',
      short: 'many processes, sync',
      detail: 'as many workers, each in a process of its own; one task at a time',
    },
    'many-processes-async': {
      name: 'Many processes, async',
      subject: 'Many processes, async',
      short: 'many processes, async',
      detail: 'as many workers, each in a process of its own; several tasks in flight',
    },
    'one-core-sync-again': {
      name: 'One core, sync (again)',
      subject: 'One core, sync (again)',
      short: 'one core, sync (again)',
      detail: 'the same under a second name: it shows the noise',
    },
  },
  seat: { worker: 'Worker {n}' },
  task: { task: 'Task {n}' },
  parameter: {
    computeMs: 'One task, computing for',
    computeTasks: 'Tasks that compute',
    latencyMs: 'Latency of a request',
    mixedMs: 'One task of both, alone',
    rounds: 'Rounds',
  },
  mapping: {
    cook: { word: 'A cook', term: 'a worker: a thread, here or in a process of its own' },
    place: { word: 'A place to work', term: 'a core' },
    beside: { word: 'Standing beside the stove', term: 'sync: the worker is blocked while its task waits' },
    timer: { word: 'Setting timers', term: 'async: several tasks in flight, the worker is free while they wait' },
    restaurant: { word: 'A second restaurant', term: 'another process' },
  },
  story: fourScenariosStory,
  explanation: fourScenariosExplanations,
  analogyAnswer: {
    places:
      'A cook alone in a large kitchen can leave a pan at one place and work at another. A thread leaves nothing behind: what it does not execute itself stands still.',
    hands:
      'Each cook brings two hands and needs a place as well. A thread brings no hands at all. Without a core it does not compute, however many threads there are.',
    binding:
      'Nobody binds a cook to one place. A program can be bound to a core. Then it stays, even if others crowd it there and the next core is free.',
  },
  questions: fourScenariosQuestions,
  lesson: fourScenariosPredict.lesson,
} as const;
