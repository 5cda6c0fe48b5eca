import type { Changes } from '../../../texts/en/changes';
import type { lessonTexts } from '../../../texts/en/lesson';
import { measureWords } from '../../../texts/en/measures';
import { possibleAndObservedExplanations } from './en-explanations';
import { possibleAndObservedPredict } from './en-predict';
import { possibleAndObservedQuestions } from './en-questions';
import { possibleAndObservedStory } from './en-story';

const thread = { 0: 'A', 1: 'B' } as const;
const instruction = { load: 'load', add: 'add', store: 'store', lock: 'lock', unlock: 'unlock' } as const;

/** Every text of the experiment `possible-and-observed`. */
export const possibleAndObserved = {
  title: 'Possible and observed',
  question: 'Two threads add one each. What can come out, and what does?',
  background:
    'Each thread has three instructions: load the counter, add one, store the sum. The six can follow each other in 20 orders, called schedules. The lab tries them all on paper. Beside that, it runs the program on real threads, many thousand times. It sees only what the counter holds in the end, never the schedule.',
  part: {
    outcomes: {
      name: 'Outcomes',
      detail: 'Two threads load, add and store once each, 1,000 times in each round, with and without a lock',
    },
  },
  forecast: possibleAndObservedPredict.forecast,
  option: { above: 'Some end with 1', below: 'All end with 2' },
  condition: {
    'no-lock': {
      name: 'Without a lock',
      subject: 'The program without a lock',
      short: 'the program without a lock',
      detail: 'each thread loads, adds and stores; each instruction is atomic, the three are not',
    },
    lock: {
      name: 'With a lock',
      subject: 'The program with a lock',
      short: 'the program with a lock',
      detail: 'each thread takes a lock before its load, and gives it back after its store',
    },
    'lock-again': {
      name: 'With a lock (again)',
      subject: 'The program with a lock (again)',
      short: 'the program with a lock (again)',
      detail: 'the same under a second name: it shows the noise',
    },
  },
  seat: { worker: 'Thread {n}' },
  task: { task: 'Thread {n}' },
  parameter: { rounds: 'Rounds' },
  mapping: {
    cook: { word: 'A cook', term: 'a thread' },
    slate: { word: 'A slate with the number of dishes', term: 'the shared counter' },
    steps: { word: 'Reading it, adding in the head, writing it down', term: 'load, add, store' },
    orders: { word: 'Every order in which two cooks can take these steps', term: 'the possible schedules' },
    evenings: { word: 'What is on the slate after each of many evenings', term: 'the observed outcomes' },
  },
  /** Views made for this experiment. */
  outcomes: {
    title: 'What can come out, and what did',
    lead: 'Left, computed: the possible schedules. Right, counted: trials on real threads. Which schedule a trial took, nobody saw.',
    caption:
      'Schedules: all are tried on a model of the program; nothing is run for them. Trials: all measured rounds together, with the 95 % Wilson interval; darker: more of the trials. {base}',
    corner: 'Counter in the end',
    column: {
      schedules: 'Possible: schedules',
      example: 'One that can make it',
      observed: 'Observed: trials',
      share: 'Share [95 %]',
    },
    table: {
      condition: 'Condition',
      counter: 'Counter in the end',
      schedules: 'Possible schedules that end so',
      ofSchedules: 'Possible schedules',
      example: 'A schedule that can make it',
      trials: 'Trials',
      observed: 'Trials that ended so',
      low: 'Wilson low (%)',
      high: 'Wilson high (%)',
    },
    row: '{condition}: {counter}',
    schedules: '{count} of {all}',
    none: 'none',
    run: '{thread}: {all}',
    trials: '{times} of {trials}',
    percent: '{share} % [{low}, {high}]',
    possible: '{name} is possible: {schedules} schedules end so, for example {example}.',
    impossible: '{name} is impossible: {schedules} schedules end so.',
    observedInWords: '{name} was observed in {trials} trials, {percent}.',
    notMeasured: 'not measured',
    thread,
    instruction,
  },
  tree: {
    title: 'Every possible schedule',
    caption:
      'Computed, not recorded. Each row is a schedule, from the first turn to the value of the counter. Rows that begin alike share their first pieces, drawn once in the upper row. A is the thread that goes first. Where the other one goes first, the schedules are the same with A and B exchanged.',
    axis: 'Turn',
    heading: '{condition}: {schedules} schedules, the {drawn} in which A goes first',
    headingOne: '{condition}: {schedules} schedules, the one in which A goes first',
    turn: '{thread} {instruction}',
    ends: 'ends with {counter}',
    stuck: 'never ends',
    path: '{path}: {ends}',
    column: { condition: 'Condition', schedule: 'Schedule', counter: 'Counter in the end' },
    thread,
    instruction,
  },
  explanation: possibleAndObservedExplanations,
  analogyAnswer: {
    steps:
      'A cook sees that the other one is at the slate. A thread sees nothing of the other one between its load and its store.',
    orders:
      'On this paper one step follows the other. Real cores work at the same moment. Because each load and each store is atomic, what comes out is the same as in one of the orders.',
    memory:
      'A plain variable, without Atomics, is not on this list. A compiler may keep it in a register, and leave out or move loads and stores.',
  },
  questions: possibleAndObservedQuestions,
  story: possibleAndObservedStory,
  lesson: {
    observe: {
      lead: 'Compare what was possible with what came. Say what you see before you read why.',
      leadSkipped: 'Look at the table. Say what you see before you read why.',
      hint: 'For example: what is possible and hardly came, and what never came.',
    },
  } satisfies Changes<typeof lessonTexts>,
  results: measureWords['trial-time'],
} as const;
