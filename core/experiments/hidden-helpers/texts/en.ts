import { nobodyHired } from '../../../texts/en/measures';
import { hiddenHelpersExplanations } from './en-explanations';

/** Every text of the experiment `hidden-helpers`. */
export const hiddenHelpers = {
  title: 'Hidden helpers',
  question: 'One thread asks for sixteen things at once. Who does them?',
  background:
    'JavaScript runs on one thread, yet hashes and files that you ask for asynchronously get done while it is free. Somebody must do them. Node keeps a few threads for that, the libuv pool. Here a fresh process is given a pool of 1, 2, 4 or 8 threads, and its one JavaScript thread asks for sixteen tasks at once.',
  part: {
    hashing: {
      name: 'Hashing',
      detail: '16 passwords hashed (pbkdf2)',
      predict: 'Alone, each of 16 hashes takes about {hashMs} ms of computing. How long until the last one is done?',
    },
    zipping: {
      name: 'Compressing',
      detail: '16 texts compressed (zlib)',
      predict: 'Alone, each of 16 texts takes about {zipMs} ms to compress. How long until the last one is done?',
    },
    files: {
      name: 'Files',
      detail: '16 files written, flushed to the disk and read back',
      predict:
        'Alone, each of 16 files takes about {fileMs} ms to write, flush to the disk and read back. How long until the last one is done?',
    },
    requests: {
      name: 'Requests',
      detail: '16 requests to a server in another process',
      predict: 'Each of 16 requests is answered after {latencyMs} ms. How long until the last answer is here?',
    },
  },
  condition: {
    'pool-1': {
      name: 'Pool of 1',
      subject: 'A pool of 1',
      short: 'a pool of 1',
      detail: 'one helping thread; what needs it waits in line',
    },
    pool: {
      name: 'Pool of {n}',
      subject: 'A pool of {n}',
      short: 'a pool of {n}',
      detail: '{n} helping threads',
    },
    'pool-4': { detail: '4 helping threads: what Node has unless told otherwise' },
    'pool-1-again': {
      name: 'Pool of 1 (again)',
      subject: 'A pool of 1 (again)',
      short: 'a pool of 1 (again)',
      detail: 'the same under a second name: it shows the noise',
    },
  },
  seat: { 'worker-1': 'Thread' },
  task: { task: 'Task {n}' },
  parameter: {
    hashMs: 'Time of one hash alone',
    zipMs: 'Time of one text alone',
    fileMs: 'Time of one file alone',
    latencyMs: 'Latency of a request',
    rounds: 'Rounds',
  },
  mapping: {
    cook: { word: 'The cook', term: 'the JavaScript thread: it asks, and reads results' },
    helper: { word: 'A kitchen help behind the door', term: 'a thread of the libuv pool' },
    hatch: { word: 'The hatch', term: 'an asynchronous call: the cook hands something through and is free' },
    stove: { word: 'The stove', term: 'the network: it gets on without anybody of this process' },
  },
  explanation: hiddenHelpersExplanations,
  analogyAnswer: {
    door: 'A cook knows who is in the kitchen. Your thread does not see the pool: whether one helper or eight are behind the hatch shows only in how long it takes.',
    line: 'Different stations have lines of their own. Here all wait in one: a file can wait behind hashes that have nothing to do with it.',
    hands:
      'A kitchen help brings two hands. A thread of the pool brings none: for hashing it needs a core, and takes it from others.',
  },
  transfer: {
    situation:
      'A login service runs as one Node process on 8 cores. Each login hashes a password with pbkdf2, asynchronously, for about 100 ms. At noon logins pile up, and small template files, read asynchronously, take a second instead of a millisecond. Four of the eight cores are busy.',
    question: 'What is going on?',
    correct: 'pool',
    options: {
      loop: {
        label: 'The hashes block the event loop',
        feedback:
          'Asked for asynchronously they run in the pool, and the loop is free. With pbkdf2Sync it would be blocked, and one core would be busy, not four.',
      },
      disk: {
        label: 'The disk is too slow for noon',
        feedback:
          'Small files read again and again come from memory. They wait before they get to the disk: in one line with the hashes.',
      },
      pool: {
        label: 'Four hashes fill the pool; other hashes and the files wait behind them',
        feedback:
          'The pool has 4 threads unless told otherwise. With UV_THREADPOOL_SIZE=8, set before the process starts, all cores could hash. Worker threads would share the same pool; another process has its own.',
      },
      sockets: {
        label: 'There are too many connections for one thread',
        feedback:
          'Sockets do not use the pool, and one thread can wait for thousands. Nor would waiting keep four cores busy.',
      },
    },
  },
  results: nobodyHired,
} as const;
