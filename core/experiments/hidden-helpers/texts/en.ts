import { nobodyHired } from '../../../texts/en/measures';
import { hiddenHelpersExplanations } from './en-explanations';
import { hiddenHelpersQuestions } from './en-questions';
import { hiddenHelpersStory } from './en-story';
import { hiddenHelpersPredict } from './en-predict';

/** Every text of the experiment `hidden-helpers`. */
export const hiddenHelpers = {
  title: 'Hidden helpers',
  question: 'One thread asks for sixteen things at once. Who does them?',
  background:
    'JavaScript runs on one thread. Yet hashes and files that you ask for asynchronously get done while that thread is free, so somebody must do them. Node keeps a few threads for that, the libuv pool. Here a fresh process is given a pool of 1, 2, 4 or 8 threads. Its one JavaScript thread asks for sixteen tasks at once.',
  part: {
    hashing: {
      name: 'Hashing',
      detail: '16 passwords hashed (pbkdf2)',
      predict: hiddenHelpersPredict.part.hashing,
    },
    zipping: {
      name: 'Compressing',
      detail: '16 texts compressed (zlib)',
      predict: hiddenHelpersPredict.part.zipping,
    },
    files: {
      name: 'Files',
      detail: '16 files written, flushed to the disk and read back',
      predict: hiddenHelpersPredict.part.files,
    },
    requests: {
      name: 'Requests',
      detail: '16 requests to a server in another process',
      predict: hiddenHelpersPredict.part.requests,
    },
  },
  forecast: hiddenHelpersPredict.forecast,
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
    'pool-4': { detail: '4 helping threads, set by the lab: as many as Node has today if nobody sets another number' },
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
    stove: { word: 'The stove', term: 'the network: it works without anybody of this process' },
  },
  story: hiddenHelpersStory,
  explanation: hiddenHelpersExplanations,
  analogyAnswer: {
    door: 'A cook knows who is in the kitchen. Your thread does not see the pool. Only the time it takes shows whether one helper or eight are behind the hatch.',
    line: 'Different stations have lines of their own. Here all tasks wait in one line. A file can wait behind hashes that have nothing to do with it.',
    hands:
      'A kitchen help brings two hands. A thread of the pool brings none. For hashing it needs a core, and takes it from others.',
  },
  questions: hiddenHelpersQuestions,
  lesson: hiddenHelpersPredict.lesson,
  results: nobodyHired,
} as const;
