import { noiseFloorExplanations } from './en-explanations';
import { noiseFloorQuestions } from './en-questions';
import { noiseFloorStory } from './en-story';
import { noiseFloorPredict } from './en-predict';

/** Every text of the experiment `noise-floor`. */
export const noiseFloor = {
  title: 'Noise floor',
  question: 'How different do equal things look on this machine?',
  background:
    'Before you compare different things, compare equal ones. The same four tasks are executed by the same kind of worker under three names, one of them twice in each round. Nothing but the name differs. What differs all the same is noise. Each later run measures its own noise in the same way, and calls nothing below it a difference.',
  part: {
    computing: {
      name: 'Computing',
      detail: 'Four tasks that never wait',
    },
    waiting: {
      name: 'Waiting',
      detail: 'Four timers, one after the other',
    },
  },
  forecast: noiseFloorPredict.forecast,
  condition: {
    first: {
      name: 'First name',
      subject: 'The first name',
      short: 'the first name',
      detail: 'one thread, one task after the other',
    },
    second: {
      name: 'Second name',
      subject: 'The second name',
      short: 'the second name',
      detail: 'the same',
    },
    third: {
      name: 'Third name',
      subject: 'The third name',
      short: 'the third name',
      detail: 'the same',
    },
    'first-again': {
      name: 'First name (again)',
      subject: 'The first name (again)',
      short: 'the first name (again)',
      detail: 'the same once more: it shows the noise',
    },
  },
  seat: { 'worker-1': 'Thread' },
  task: { task: 'Task {n}' },
  parameter: { workMs: 'One task, computing for', waitMs: 'One timer', rounds: 'Rounds' },
  mapping: {
    cook: { word: 'The cook', term: 'the worker: a thread, of the same kind under every name' },
    cake: { word: 'The same cake, baked again', term: 'a round: every condition once, in shuffled order' },
    oven: { word: 'Others who use the oven', term: 'other programs, the system, the host of a virtual machine' },
    trial: { word: 'The first cake, which nobody tastes', term: 'the warm-up: stored, shown grey, not analysed' },
  },
  story: noiseFloorStory,
  explanation: noiseFloorExplanations,
  analogyAnswer: {
    oven: 'A cook sees when somebody else takes the oven. A thread does not see that its core was given to others. It notices only that more time has passed.',
    practice:
      'A cook gets a little better with every cake. A program gets faster in jumps, when the runtime has compiled it anew. The warm-up is there so that this happens before round 1.',
    taste:
      'Two cakes need not be compared to the last crumb. Two times nearly always differ in the last digit, so "equal" has to be measured first.',
  },
  questions: noiseFloorQuestions,
} as const;
