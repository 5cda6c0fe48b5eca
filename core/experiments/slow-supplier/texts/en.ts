import type { Changes } from '../../../texts/en/changes';
import type { lessonTexts } from '../../../texts/en/lesson';
import { measureWords } from '../../../texts/en/measures';
import { slowSupplierExplanations } from './en-explanations';
import { slowSupplierPredict } from './en-predict';
import { slowSupplierQuestions } from './en-questions';
import { slowSupplierStory } from './en-story';

/** Every text of the experiment `slow-supplier`. */
export const slowSupplier = {
  title: 'The slow supplier',
  question: 'One request in ten is slow. Who waits?',
  background:
    'An order comes every 3 ms. Each needs an answer from another program, the supplier. Most answers are prompt, a few are slow. Some cooks stand still until their answer is there: each is a blocked thread. One cook notes the order and goes on: one async thread. You measure how long orders wait, from when they come until their answer is there.',
  part: {
    prompt: {
      name: 'All prompt',
      detail: '100 orders, one every 3 ms; every answer is prompt',
    },
    slow: {
      name: 'Some slow',
      detail: 'The same 100 orders; now some answers are slow',
    },
  },
  forecast: slowSupplierPredict.forecast,
  condition: {
    async: {
      name: 'Async',
      subject: 'One async thread',
      short: 'one async thread',
      detail: 'sends every request at once and is free until answers come',
    },
    'async-again': {
      name: 'Async (again)',
      subject: 'One async thread (again)',
      short: 'one async thread (again)',
      detail: 'the same under a second name: it shows the noise',
    },
    threads: {
      name: '{n} blocked threads',
      subject: 'A crew of {n} blocked threads',
      short: '{n} blocked threads',
      detail: 'each thread sends one request and stands still until the answer is there; other orders stand in line',
    },
  },
  seat: { worker: 'Thread {n}' },
  task: { task: 'Order {n}' },
  parameter: {
    latencyMs: 'A prompt answer',
    slowMs: 'A slow answer',
    oneIn: 'One slow answer among',
    rounds: 'Rounds',
  },
  mapping: {
    order: { word: 'An order', term: 'a request that comes every 3 ms' },
    supplier: { word: 'The supplier', term: 'the other program; its answers are timers in a process of its own' },
    door: { word: 'A cook who waits at the door', term: 'a thread blocked until its answer is there' },
    bell: { word: 'A cook who listens for the bell', term: 'an async thread: free until an answer comes' },
    line: { word: 'Orders on the rail', term: 'the queue, when all cooks stand at the door' },
  },
  waits: {
    title: '{part}: how long do orders wait?',
    x: 'Of 100 orders, so many waited no longer',
    y: 'Wait until the answer is there (ms)',
    point: '{share} of 100 orders waited no longer than {wait}',
    asked: '{count} of {orders} requests asked the supplier for {ms} ms.',
    caption:
      'From when an order comes until its answer is there. A line that lies low until far right: only slow orders wait. {asked} Each delay is a timer in the supplier’s own process. Mark: median over rounds, whisker: interval, small points: rounds. {base}',
    column: {
      condition: 'Condition',
      share: 'Of 100 orders',
      wait: 'Wait (ms)',
      low: 'Interval from',
      high: 'to',
      n: 'n (rounds)',
    },
  },
  story: slowSupplierStory,
  explanation: slowSupplierExplanations,
  analogyAnswer: {
    door: 'You see cooks stand at the door and hire more. From outside a blocked thread looks like a busy one. Only the line of orders tells you.',
    bell: 'A bell can ring ten times at once. Then one cook serves ten dishes, one after the other. With enough answers at a time, the one thread is the limit.',
    call: 'A cook may call off a late delivery. A blocked thread cannot; it needs a time limit that was set before.',
  },
  questions: slowSupplierQuestions,
  lesson: {
    observe: {
      lead: 'Compare your prediction with the measured waits. Then look at the chart of waits. Say what you see before you read why.',
      leadSkipped: 'Look at the chart of waits. Say what you see before you read why.',
      hint: 'For example: at which share of the orders a line leaves the ground.',
    },
  } satisfies Changes<typeof lessonTexts>,
  results: measureWords['wait-median'],
} as const;
