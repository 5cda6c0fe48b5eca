import { nobodyHired } from '../../../texts/en/measures';
import { waitingForIoExplanations } from './en-explanations';
import { waitingForIoQuestions } from './en-questions';
import { waitingForIoStory } from './en-story';
import { waitingForIoPredict } from './en-predict';

/** Every text of the experiment `waiting-for-io`. */
export const waitingForIo = {
  title: 'Waiting for I/O',
  question: 'How much time does async save when a program waits for a network, a disk or a database?',
  background:
    'One thread sends work to a server, a disk or a database. It can wait for each answer before it asks for the next, or have several tasks in flight. There is only ever one thread. All that changes is how many tasks it has under way.',
  part: {
    requests: {
      name: 'Requests',
      detail: '32 requests to a server in another process',
      predict: waitingForIoPredict.part.requests,
    },
    files: {
      name: 'Files',
      detail: '32 files written, flushed to the disk and read back',
      predict: waitingForIoPredict.part.files,
    },
    queries: {
      name: 'Queries',
      detail: '32 queries to a database in another process',
      predict: waitingForIoPredict.part.queries,
    },
  },
  forecast: waitingForIoPredict.forecast,
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
  story: waitingForIoStory,
  explanation: waitingForIoExplanations,
  analogyAnswer: {
    plates:
      'A cook sees how many plates the stove has. Your thread does not see how many requests a server, a disk or a database works on at once. The others wait in line there, and look the same from here.',
    hands:
      'A pan is on the stove in no time. Sending a request and reading its answer take time of the thread. With enough in flight, that time is the limit.',
    helper:
      'Nobody has to stand beside a stove. Beside a file somebody does. Each file call blocks a thread of the libuv pool, and there are few of them.',
  },
  questions: waitingForIoQuestions,
  results: nobodyHired,
} as const;
