import { nobodyHired } from '../../../texts/en/measures';
import { waitingForIoExplanations } from './en-explanations';

/** Every text of the experiment `waiting-for-io`. */
export const waitingForIo = {
  title: 'Waiting for I/O',
  question: 'How much does async gain when the waiting is for a network, a disk or a database?',
  background:
    'One thread asks others to do something: a server, the disk, a database. It can wait for each answer before it asks for the next, or have several tasks in flight. No worker is added, there is one thread all the time; all that changes is how many tasks it has under way.',
  part: {
    requests: {
      name: 'Requests',
      detail: '32 requests to a server in another process',
      predict:
        'Each of 32 requests is answered after {latencyMs} ms, give or take a fifth. How long until the last answer is here?',
    },
    files: {
      name: 'Files',
      detail: '32 files written, flushed to the disk and read back',
      predict:
        'Alone, each of 32 files takes about {fileMs} ms to write, flush to the disk and read back. How long until all are done?',
    },
    queries: {
      name: 'Queries',
      detail: '32 queries to a database in another process',
      predict:
        'Alone, each of 32 queries takes about {queryMs} ms: a third on the way there and back, the rest is work of the database. How long until all are answered?',
    },
  },
  condition: {
    'in-flight-1': {
      name: 'One after the other',
      subject: 'One after the other',
      short: 'one after the other',
      detail: 'waits for each answer before it asks for the next',
    },
    'in-flight': {
      name: '{n} in flight',
      subject: '{n} in flight',
      short: '{n} in flight',
      detail: 'has up to {n} tasks under way at once',
    },
    'in-flight-again': {
      name: '{n} in flight (again)',
      subject: '{n} in flight (again)',
      short: '{n} in flight (again)',
      detail: 'the same under a second name: it shows the noise',
    },
  },
  seat: { 'worker-1': 'Thread' },
  task: { task: 'Task {n}' },
  parameter: {
    latencyMs: 'Latency of a request',
    fileMs: 'Time of one file alone',
    queryMs: 'Time of one query alone',
    rounds: 'Rounds',
  },
  mapping: {
    cook: { word: 'The cook', term: 'the one thread that asks and reads answers' },
    pan: { word: 'A pan on the stove', term: 'a task in flight' },
    stove: { word: 'The stove', term: 'the server, the disk or the database: it works while the cook is free' },
    plates: { word: 'Plates of the stove', term: 'how many tasks the other side really works on at once' },
  },
  explanation: waitingForIoExplanations,
  analogyAnswer: {
    plates:
      'A cook sees how many plates the stove has. Your thread does not see how many requests a server, a disk or a database works on at once: the others wait in line there, and look the same from here.',
    hands:
      'A pan is on the stove in no time. Sending a request and reading its answer take time of the thread; with enough in flight, that is what limits it.',
    helper:
      'Nobody has to stand beside a stove. Beside a file somebody does: each file call blocks a thread of the libuv pool, and there are few of them.',
  },
  transfer: {
    situation:
      'A weather page asks 40 stations over HTTP in a loop with "await", one after the other. Each answers after about 250 ms, so the page takes 10 s. The CPU is 99 % idle.',
    question: 'What helps most?',
    correct: 'in-flight',
    options: {
      threads: {
        label: 'Hire 4 worker threads with 10 stations each',
        feedback:
          'Each thread would still wait for its stations one after the other: 2.5 s, and wages on top. One thread can have all 40 in flight.',
      },
      'in-flight': {
        label: 'Send all 40 requests, then wait for all answers',
        feedback:
          'Nobody has to stand beside a socket: the waits pass at the same time, and the page takes little more than the slowest station.',
      },
      pool: {
        label: 'Set UV_THREADPOOL_SIZE to 40',
        feedback:
          'The pool serves files, hashing, compression and the look-up of names. Waiting for an answer does not use it, and the requests would still go out one by one.',
      },
      processor: {
        label: 'Rent a faster processor',
        feedback: 'The processor has nothing to do: the 10 s are 40 waits, one after the other.',
      },
    },
  },
  results: nobodyHired,
} as const;
