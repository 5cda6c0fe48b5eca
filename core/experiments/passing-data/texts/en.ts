import { measureWords } from '../../../texts/en/measures';
import { passingDataExplanations } from './en-explanations';
import { passingDataQuestions } from './en-questions';
import { passingDataStory } from './en-story';
import { passingDataPredict } from './en-predict';

/** Every text of the experiment `passing-data`. */
export const passingData = {
  title: 'Passing data',
  question: 'What does it cost to hand a worker its data: copied, moved, or shared?',
  background:
    'A message to a worker can carry data. If they are copied, the worker gets its own. If they are moved, the sender loses them. If they are shared, both see the same memory. JavaScript messages between processes can only copy. One payload of 1 KiB up to 64 MiB is passed each way. The receiver reads all of it, to prove that it has it.',
  part: {
    kib: {
      detail: 'One payload for one worker',
    },
    'kib-1': { name: '1 KiB' },
    'kib-32': { name: '32 KiB' },
    'kib-1024': { name: '1 MiB' },
    'kib-8192': { name: '8 MiB' },
    'kib-65536': { name: '64 MiB' },
  },
  forecast: passingDataPredict.forecast,
  condition: {
    clone: {
      name: 'Copied to a thread',
      subject: 'Copied to a thread',
      short: 'copied to a thread',
      detail: 'structured clone: what every message does unless told otherwise',
    },
    'clone-again': {
      name: 'Copied to a thread (again)',
      subject: 'Copied to a thread (again)',
      short: 'copied to a thread (again)',
      detail: 'the same under a second name: it shows the noise',
    },
    transfer: {
      name: 'Moved to a thread',
      subject: 'Moved to a thread',
      short: 'moved to a thread',
      detail: 'transfer list: the receiver gets the memory itself, the sender loses it',
    },
    shared: {
      name: 'Shared with a thread',
      subject: 'Shared with a thread',
      short: 'shared with a thread',
      detail: 'SharedArrayBuffer: both see the same memory',
    },
    'process-clone': {
      name: 'Copied to a process',
      subject: 'Copied to a process',
      short: 'copied to a process',
      detail: 'through the operating system, in pieces; JavaScript messages between processes offer no other way',
    },
  },
  seat: { worker: 'Receiver' },
  task: { task: 'Payload' },
  parameter: { rounds: 'Rounds' },
  mapping: {
    tray: {
      word: 'A copy of the tray',
      term: 'structured clone: the data are written into the message and read out again',
    },
    hand: { word: 'Handing over the tray', term: 'transfer: the sender no longer has it' },
    shared: { word: 'A tray that both can reach', term: 'SharedArrayBuffer' },
    restaurant: {
      word: 'Sending a tray to the second restaurant',
      term: 'a message to another process: always a copy',
    },
  },
  story: passingDataStory,
  explanation: passingDataExplanations,
  /** The curve over all sizes. */
  curve: {
    title: 'How does the time grow with the size?',
    xAxis: 'Size of the payload (logarithmic)',
    yAxis: 'Time until received (logarithmic)',
    caption:
      'Mark: median over rounds, whisker: its interval. Both axes are logarithmic: a straight rise by one step in both directions is a time that grows with the size. {base}',
    condition: 'Condition',
    size: 'Size (KiB)',
    time: 'Time (ms)',
    low: 'Interval, low end (ms)',
    high: 'Interval, high end (ms)',
    rate: 'Size by median time (GB/s)',
    n: 'n (rounds)',
  },
  analogyAnswer: {
    weight:
      'A tray that is handed over weighs as much as one that is copied. Of moved memory no byte is copied. Only its owner changes. The chart shows what that takes.',
    manners:
      'Two cooks at one tray see each other and take turns. Two threads at one shared buffer do not, unless the program makes them. What they write at the same moment can be lost.',
  },
  questions: passingDataQuestions,
  results: measureWords['passing-time'],
} as const;
