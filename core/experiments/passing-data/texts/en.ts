import type { Changes } from '../../../texts/en/changes';
import type { lessonTexts } from '../../../texts/en/lesson';
import { measureWords } from '../../../texts/en/measures';
import { passingDataExplanations } from './en-explanations';

const lesson: Changes<typeof lessonTexts> = {
  predict: { field: '{condition}: predicted time in milliseconds', slider: '{condition}: predicted time' },
};

/** Every text of the experiment `passing-data`. */
export const passingData = {
  title: 'Passing data',
  question: 'What does it cost to hand a worker its data: copied, moved, or shared?',
  background:
    'A message to a worker can carry data. Copied, the worker gets its own. Moved, the sender loses them. Shared, both see the same memory. Between processes data can only be copied. One payload of 1 KiB up to 64 MiB is passed each way, and the receiver reads all of it to prove that it has it.',
  part: {
    kib: {
      detail: 'One payload for one worker',
      predict: 'How long from handing it over until the receiver has all of it? Reading it is not in that time.',
    },
    'kib-1': { name: '1 KiB' },
    'kib-32': { name: '32 KiB' },
    'kib-1024': { name: '1 MiB' },
    'kib-8192': { name: '8 MiB' },
    'kib-65536': { name: '64 MiB' },
  },
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
      detail: 'structured clone over the port between two processes; nothing else is possible there',
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
  explanation: passingDataExplanations,
  /** The curve over all sizes. */
  curve: {
    title: 'How does the time grow with the size?',
    xAxis: 'Size of the payload (logarithmic)',
    yAxis: 'Time until the receiver has it (logarithmic)',
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
      'A tray that is handed over weighs as much as one that is copied. Of moved memory no byte is copied: only who may use it is written down. What that takes on your machine is on the chart.',
    manners:
      'Two cooks at one tray see each other and take turns. Two threads at one shared buffer do not, unless the program makes them: what they do at the same moment can be lost.',
  },
  transfer: {
    situation:
      'A photo editor decodes pictures of about 40 MB in a worker thread and shows them in the main thread. Each result is posted with postMessage(pixels). Decoding takes 200 ms, and the window stutters whenever a picture arrives. The worker does not need the pixels afterwards.',
    question: 'What do you change?',
    correct: 'move',
    options: {
      move: {
        label: 'Move the pixels: postMessage(pixels, [pixels.buffer])',
        feedback:
          'The memory changes hands and nothing is copied in either thread. The worker can no longer use it, and does not need to.',
      },
      process: {
        label: 'Decode in a process of its own',
        feedback:
          'Between processes the pixels are copied, and memory can neither be moved nor shared there. Compare the two copies on your chart.',
      },
      small: {
        label: 'Post the pixels in 40 pieces of 1 MB',
        feedback:
          'The stutter gets shorter, since each piece is copied in a turn of its own. But as much is copied as before, with 40 messages instead of one.',
      },
      json: {
        label: 'Send them as JSON text',
        feedback:
          'Then each number becomes several characters, is written by one thread and parsed by the other. That is more work than copying the memory as it is.',
      },
    },
  },
  lesson,
  results: measureWords['passing-time'],
} as const;
