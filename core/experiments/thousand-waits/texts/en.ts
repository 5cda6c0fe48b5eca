import { lessonTexts } from '../../../texts/en/lesson';
import { resultsTexts } from '../../../texts/en/results';
import { thousandWaitsExplanations } from './en-explanations';
import { thousandWaitsQuestions } from './en-questions';
import { thousandWaitsStory } from './en-story';

/** Every text of the experiment `thousand-waits`. */
export const thousandWaits = {
  title: 'A thousand waits',
  question: 'What do 1,000 waits cost, and who gets a turn meanwhile?',
  background:
    'A program that asks other machines mostly waits. A wait can hold its thread, or give it back. A thread that is held needs memory and serves nobody. A thread that is given back can hold many waits at once. You measure both on your machine: connections, memory, and a heartbeat that is due every 10 ms.',
  part: {
    requests: {
      name: 'Beside 32 requests',
      detail: '32 requests beside a heartbeat that is due every 10 ms, in a thread and in a process',
      predict:
        'A server answers each of 32 requests after {latencyMs} ms. Some 30 ms for the heartbeat before and after are in the time. How many milliseconds until all are answered?',
    },
    blocked: {
      name: 'Beside a wait',
      detail: 'Ten computations beside one wait of 100 ms, on one thread',
      predict:
        'One task waits 100 ms, ten compute 10 ms each. One thread does all of them. How many milliseconds until all are done?',
    },
    thousand: {
      name: '1,000 at once',
      detail: '1,000 connections on one thread, against 8 threads that are blocked in one wait each',
      predict:
        'Each wait takes {waitMs} ms. All threads are hired first, and hiring counts. How many milliseconds until all waits are over?',
    },
  },
  condition: {
    sync: {
      name: 'Sync',
      subject: 'One thread, sync',
      short: 'one thread, sync',
      detail: 'one thread asks, waits blocked, and asks the next',
    },
    async: {
      name: 'Async',
      subject: 'One thread, async',
      short: 'one thread, async',
      detail: 'one thread asks all 32 and gives itself back until the answers come',
    },
    'async-again': {
      name: 'Async (again)',
      subject: 'One thread, async (again)',
      short: 'one thread, async (again)',
      detail: 'the same under a second name: it shows the noise',
    },
    'one-blocks': {
      name: 'Async, one blocks',
      subject: 'One thread, async, with one task that blocks',
      short: 'one thread, async, with one task that blocks',
      detail: 'the same 32 requests, and one more task that blocks the thread for 100 ms',
    },
    'process-sync': {
      name: 'Process, sync',
      subject: 'A process, sync',
      short: 'a process, sync',
      detail: 'as sync, on a thread of a hired process',
    },
    'process-async': {
      name: 'Process, async',
      subject: 'A process, async',
      short: 'a process, async',
      detail: 'as async, on a thread of a hired process',
    },
    idle: {
      name: 'Nothing runs',
      subject: 'The loop while nothing runs',
      short: 'the loop while nothing runs',
      detail: 'no request at all, the heartbeat alone: it shows whether something else holds it up',
    },
    blocks: {
      name: 'The wait blocks',
      subject: 'A thread whose wait blocks',
      short: 'a thread whose wait blocks',
      detail: 'the wait holds the thread; the computations begin after it',
    },
    awaits: {
      name: 'The wait is awaited',
      subject: 'A thread that awaits',
      short: 'a thread that awaits',
      detail: 'the wait gives the thread back; the computations begin at once',
    },
    'awaits-again': {
      name: 'The wait is awaited (again)',
      subject: 'A thread that awaits (again)',
      short: 'a thread that awaits (again)',
      detail: 'the same under a second name: it shows the noise',
    },
    threads: {
      name: '8 blocked threads',
      subject: '8 threads with one wait each',
      short: '8 threads with one wait each',
      detail: '8 threads are hired; each is blocked in one wait',
    },
    'threads-again': {
      name: '8 blocked threads (again)',
      subject: '8 threads with one wait each (again)',
      short: '8 threads with one wait each (again)',
      detail: 'the same under a second name: it shows the noise',
    },
    connections: {
      name: '1,000 connections',
      subject: 'One thread with 1,000 connections',
      short: 'one thread with 1,000 connections',
      detail: 'one thread is hired; it opens 1,000 connections and awaits an answer on each',
    },
  },
  seat: { worker: 'Thread {n}' },
  task: { task: 'Task {n}', wait: 'Wait {n}', 'long-wait': 'The long wait' },
  parameter: {
    latencyMs: 'Latency of a request',
    waitMs: 'Each of the many waits',
    rounds: 'Rounds',
  },
  mapping: {
    cook: { word: 'A cook', term: 'a thread' },
    order: { word: 'An order at the supplier, on its way', term: 'a request: somebody else works on it' },
    phone: { word: 'Holding the phone until the supplier answers', term: 'a wait that blocks the thread' },
    note: { word: 'A note on the board: "call back"', term: 'a wait that is awaited: some kilobytes' },
    bell: { word: 'A guest who rings every few seconds', term: 'the heartbeat: a timer, a click, a request' },
    board: { word: 'One board with a thousand notes', term: 'one event loop with 1,000 connections' },
  },
  explanation: thousandWaitsExplanations,
  analogyAnswer: {
    memory:
      'A cook on the phone needs a place to stand. A blocked thread needs memory for its stack and its heap, and the system sets it aside all the time.',
    free: 'In the story the board never fills up. Connections have limits: open files, ports, and what the server bears.',
  },
  questions: thousandWaitsQuestions,
  story: thousandWaitsStory,
  lesson: lessonTexts,
  results: resultsTexts,
} as const;
