import { fourScenariosExplanations } from './en-explanations';

/** Every text of the experiment `four-scenarios`. */
export const fourScenarios = {
  title: 'Four scenarios',
  question: 'One thread or many, one core or many, sync or async: what helps for which work?',
  background:
    'One thread on one core; one thread that may use every core; many threads; many processes. Each of the four is executed sync and async, and each does three kinds of work: computing, requests, and both. One core means bound to it by the system (Linux and Windows can; where it is not possible, the record says so).',
  part: {
    computing: {
      name: 'Computing',
      detail: 'Tasks that never wait',
      predict:
        'Each of {computeTasks} tasks is about {computeMs} ms of computing. How long until all are done, workers already hired?',
    },
    requests: {
      name: 'Requests',
      detail: '3 requests to a server in another process',
      predict:
        'Each of 3 requests is answered after {latencyMs} ms. How long until the last answer is here, workers already hired?',
    },
    mixed: {
      name: 'Both',
      detail: '3 tasks that wait, then compute',
      predict:
        'Each of 3 tasks takes about {mixedMs} ms alone: three quarters of it is waiting, the rest computing. How long until all are done, workers already hired?',
    },
  },
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
  explanation: fourScenariosExplanations,
  analogyAnswer: {
    places:
      'A cook alone in a large kitchen can walk from place to place and use them all a little. A thread may move to another core as well, but all it can do is use one at a time.',
    hands:
      'Each cook brings two hands and needs a place as well. A thread brings no hands at all: without a core it does not compute, however many threads there are.',
    binding:
      'Nobody binds a cook to one place. A program can be bound to a core; then it stays, even if others crowd it there and the next core is free.',
  },
  transfer: {
    situation:
      'A service answers each request by asking two other services, 80 ms of waiting, and rendering a page, 10 ms of computing. It gets 300 requests a second on a machine with 8 cores. Today it runs 8 processes, sync inside, and a line of waiting requests grows.',
    question: 'What do you change first?',
    correct: 'async-inside',
    options: {
      'async-one': {
        label: 'One process, async',
        feedback:
          'It overlaps the waits, but the rendering alone is 300 x 10 ms = 3 s of computing per second, and one thread has 1 s.',
      },
      'more-cores': {
        label: 'Twice as many cores, the same 8 processes',
        feedback:
          'The cores are hardly used: 8 sync processes answer about 8 / 90 ms, or 89 requests a second, which needs less than one core. They are blocked, not out of cores.',
      },
      'async-inside': {
        label: 'Keep several processes, async inside each',
        feedback:
          'Waits overlap within each process, and 3 s of rendering per second needs at least three of them, each on a core. Waiting and computing both get what they need.',
      },
      'more-threads': {
        label: 'A sync thread for each request in progress, about 27',
        feedback:
          'On average 300 x 90 ms = 27 requests are in progress, so with some more threads it can be made to work: that is what many servers do. It pays wages for waiting, one blocked thread each; async inside a few processes does the same without them.',
      },
    },
  },
} as const;
