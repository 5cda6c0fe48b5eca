import { lessonTexts } from '../../../texts/en/lesson';
import { measureWords } from '../../../texts/en/measures';
import { whenACookFailsExplanations } from './en-explanations';
import { whenACookFailsPredict } from './en-predict';
import { whenACookFailsQuestions } from './en-questions';
import { whenACookFailsStory } from './en-story';

const failing = {
  throw: ['Throws', 'a throw', 'throws an error'],
  reject: ['Rejects', 'a rejection', 'rejects a promise that nobody awaits'],
  exit: ['Exits', 'an exit', 'ends itself by a call'],
  memory: ['Fills memory', 'a full memory', 'fills the memory'],
  loop: ['Loops', 'an endless loop', 'loops for ever'],
} as const;
const placed = {
  async: ['async', 'on the common loop', 'on the event loop that the other four tasks are on'],
  thread: ['thread', 'in a thread', 'in a thread of its own, in the same process'],
  process: ['process', 'in a process', 'in a process of its own'],
} as const;

/** Name, subject, short form and detail of a condition. */
function words(way: keyof typeof failing, place: keyof typeof placed, again = '') {
  const [name, short, does] = failing[way];
  const [in_, where, detail] = placed[place];
  const whole = `${short} ${where}${again}`;
  return {
    name: `${name}, ${in_}${again}`,
    subject: `${whole.charAt(0).toUpperCase()}${whole.slice(1)}`,
    short: whole,
    detail: again === '' ? `the task ${does}, ${detail}` : 'the same under a second name: it shows the noise',
  };
}

/** Every text of the experiment `when-a-cook-fails`. */
export const whenACookFails = {
  title: 'When a cook fails',
  question: 'One task fails. Who goes down with it?',
  background:
    'Programs fail: they throw, exit, run out of memory, or never return. A failure takes along what it shares with others. Here one task fails in five ways, beside four tasks that wait. It is on their event loop, in a thread beside them, or in a process of its own. Everything happens in earnest, in processes that are there for it.',
  part: {
    failures: {
      name: 'Failures',
      detail: 'One task fails beside four that wait, in five ways and three places',
      predict: 'How many milliseconds until work goes on?',
    },
  },
  forecast: whenACookFailsPredict.forecast,
  option: { above: 'Lost too', below: 'They go on' },
  condition: {
    'throw-async': words('throw', 'async'),
    'throw-thread': words('throw', 'thread'),
    'throw-process': words('throw', 'process'),
    'reject-async': words('reject', 'async'),
    'reject-thread': words('reject', 'thread'),
    'reject-process': words('reject', 'process'),
    'exit-async': words('exit', 'async'),
    'exit-thread': words('exit', 'thread'),
    'exit-process': words('exit', 'process'),
    'exit-process-again': words('exit', 'process', ' (again)'),
    'memory-async': words('memory', 'async'),
    'memory-thread': words('memory', 'thread'),
    'memory-process': words('memory', 'process'),
    'loop-async': words('loop', 'async'),
    'loop-thread': words('loop', 'thread'),
    'loop-process': words('loop', 'process'),
  },
  seat: { kitchen: 'Process of the four', annexe: 'Process apart' },
  task: { task: 'Task {n}', risk: 'The task that fails', again: 'The next task there' },
  parameter: { patienceMs: 'A task that does not return is ended after', rounds: 'Rounds' },
  mapping: {
    cook: { word: 'A cook', term: 'an event loop: all dishes on it share its fate' },
    assistant: { word: 'An assistant at the same stove', term: 'a thread in the same process' },
    restaurant: { word: 'Another restaurant', term: 'a process of its own' },
    drop: { word: 'A dropped pan', term: 'an error: whoever called can deal with it' },
    owner: {
      word: 'The owner who looks in',
      term: 'whoever waits for an answer, ends what gives none, and starts anew',
    },
  },
  matrix: {
    title: 'Who goes down with a task that fails?',
    lead: 'Each field: what was lost in every round, and how long until the next task was served there. Darker: the other four were lost more often.',
    corner: 'Failure',
    way: {
      throw: 'Throws',
      reject: 'Rejects, not awaited',
      exit: 'process.exit',
      memory: 'Out of memory',
      loop: 'Endless loop',
    },
    place: { async: 'Async, same loop', thread: 'Thread', process: 'Process' },
    nothing: 'nothing lost',
    none: 'only itself lost',
    same: '{least} of 5 tasks lost',
    all: 'all 5 tasks lost',
    some: '{least} to {most} of 5 tasks lost',
    counted: 'others lost in {count} of {rounds} rounds',
    ended: {
      nothing: 'nothing failed',
      task: 'nothing ended',
      thread: 'its thread ended',
      process: 'its process ended',
      several: 'not the same in every round',
    },
    back: 'back after {value}',
    unknown: 'not measured',
    caption: 'Share of rounds in which others were lost, with its 95 % Wilson interval, in the table. {base}',
    columns: {
      failure: 'failure',
      place: 'place',
      ended: 'ended',
      rounds: 'rounds',
      others: 'rounds with others lost',
      share: 'share [95 % Wilson]',
      known: 'known after',
      back: 'back after',
    },
  },
  story: whenACookFailsStory,
  explanation: whenACookFailsExplanations,
  analogyAnswer: {
    notice: 'A cook who falls is seen. A loop that hangs looks like one that works: only a missing answer tells.',
    stove: 'A cook who leaves the stove on harms the next one. A system takes back all that a dead process held.',
    hiring: 'Nobody is hired in a tenth of a second. A process is.',
  },
  questions: whenACookFailsQuestions,
  lesson: lessonTexts,
  results: measureWords.recovery,
} as const;
