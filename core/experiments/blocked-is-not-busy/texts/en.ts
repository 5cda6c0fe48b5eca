import type { Changes } from '../../../texts/en/changes';
import type { lessonTexts } from '../../../texts/en/lesson';
import { measureWords } from '../../../texts/en/measures';
import { blockedIsNotBusyExplanations } from './en-explanations';
import { blockedIsNotBusyQuestions } from './en-questions';
import { blockedIsNotBusyStory } from './en-story';
import { blockedIsNotBusyPredict } from './en-predict';

/** Every text of the experiment `blocked-is-not-busy`. */
export const blockedIsNotBusy = {
  title: 'Blocked is not busy',
  question: 'A thread does not answer. Is it computing?',
  background:
    'A program that hangs may be computing, or waiting for something in a way that lets it do nothing else. From outside both look the same. Two numbers tell them apart. Event-loop utilisation is the share of time in which the loop was not free. CPU time says how long a core worked for the thread.',
  part: {
    'passing-time': {
      name: 'Spending time',
      detail: 'The same time spent in three ways on one thread',
    },
  },
  forecast: blockedIsNotBusyPredict.forecast,
  condition: {
    'sync-wait': {
      name: 'Sync wait',
      subject: 'The synchronous wait',
      short: 'the synchronous wait',
      detail: 'the thread waits with Atomics.wait and can do nothing else',
    },
    'cpu-loop': {
      name: 'CPU loop',
      subject: 'The CPU loop',
      short: 'the CPU loop',
      detail: 'the thread computes in one piece',
    },
    'cpu-loop-again': {
      name: 'CPU loop (again)',
      subject: 'The CPU loop (again)',
      short: 'the CPU loop (again)',
      detail: 'the same under a second name: it shows the noise',
    },
    'async-wait': {
      name: 'Async wait',
      subject: 'The asynchronous wait',
      short: 'the asynchronous wait',
      detail: 'the thread sets a timer and goes back to its event loop',
    },
  },
  seat: { 'worker-1': 'Thread' },
  task: { wait: 'The wait', computation: 'The computation' },
  parameter: { durationMs: 'Time of each way', rounds: 'Rounds' },
  mapping: {
    cook: { word: 'The cook', term: 'the thread' },
    beside: { word: 'Standing beside the stove, eyes on the pot', term: 'a synchronous wait: blocked, not busy' },
    kneading: { word: 'Kneading', term: 'a CPU loop: blocked for others, and busy' },
    timer: { word: 'Setting the kitchen timer and looking up', term: 'an asynchronous wait: neither' },
    hands: { word: 'Hands at work', term: 'CPU time' },
  },
  /** Views made for this experiment. */
  plane: {
    title: '{part}: how occupied was the loop, how busy the core?',
    x: 'CPU time per wall time (% of one core)',
    y: 'Event-loop utilisation (%)',
    caption:
      'Large mark: median, its whiskers: intervals of both. Small marks: single rounds. Colour: the worker state that filled most of the time. Dashed rings: where theory puts the three. {base}',
    condition: 'Condition',
    state: 'Mostly',
    cpu: 'CPU time [interval]',
    loop: 'Event-loop utilisation [interval]',
    n: 'n (rounds)',
    value: 'loop {loop} %, CPU {cpu} %',
  },
  story: blockedIsNotBusyStory,
  explanation: blockedIsNotBusyExplanations,
  analogyAnswer: {
    seen: 'You see at a glance whether a cook kneads or stares at a pot. A program shows neither. You need two numbers, and most monitors show only one.',
    sleeping:
      'A cook beside the stove is awake and could be called. A thread in a synchronous wait sleeps and hears nothing. Only the end of its wait gets it back, or another thread that wakes or ends it.',
    core: 'A cook who waits still takes up room in the kitchen. A thread that waits takes memory, but no core. Another thread can have the core at once.',
  },
  questions: blockedIsNotBusyQuestions,
  lesson: {
    observe: {
      lead: 'Compare your prediction with the measured CPU times, and find the three ways on the chart of utilisation and CPU time. Say what you see before you read why.',
      leadSkipped:
        'Find the three ways on the chart of utilisation and CPU time. Say what you see before you read why.',
      hint: 'For example: which two look alike by one number, and which by the other.',
    },
  } satisfies Changes<typeof lessonTexts>,
  results: measureWords['cpu-time'],
} as const;
