import { noiseFloorExplanations } from './en-explanations';

/** Every text of the experiment `noise-floor`. */
export const noiseFloor = {
  title: 'Noise floor',
  question: 'How different do equal things look on this machine?',
  background:
    'Before you compare different things, compare equal ones. The same four tasks are executed by the same kind of worker under three names, one of them twice in each round. Nothing but the name differs. What differs all the same is noise, and no later comparison can show less than that.',
  part: {
    computing: {
      name: 'Computing',
      detail: 'Four tasks that never wait',
      predict:
        'Each of 4 tasks keeps the worker busy for about {workMs} ms, one after the other. How long until all are done, under each name?',
    },
    waiting: {
      name: 'Waiting',
      detail: 'Four timers, one after the other',
      predict:
        'Each of 4 timers takes {waitMs} ms, one after the other. How long until the last has rung, under each name?',
    },
  },
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
  explanation: noiseFloorExplanations,
  analogyAnswer: {
    oven: 'A cook sees when somebody else takes the oven. A thread does not see that its core was given to others: it notices only that more time has passed.',
    practice:
      'A cook gets a little better with every cake. A program gets faster in jumps, when the runtime has compiled it anew; the warm-up is there to get that over with.',
    taste:
      'Two cakes need not be compared to the last crumb. Two times always differ in the last digit, so that "equal" has to be measured first.',
  },
  transfer: {
    situation:
      'A colleague measures a function once before a change, 104 ms, and once after it, 101 ms. The old program, measured twice, has been 5 % apart on the same machine.',
    question: 'What do you say about the change?',
    correct: 'open',
    options: {
      faster: {
        label: 'It made the function 3 % faster',
        feedback: 'The same program was 5 % apart with no change at all. Two single times 3 % apart show nothing.',
      },
      none: {
        label: 'It made no difference',
        feedback:
          'That is not shown either. A gain of 3 % may well be there and hide in noise of 5 %. "Not shown" is not "not there".',
      },
      open: {
        label: 'Nothing yet: measure both, taking turns, for many rounds',
        feedback:
          'Taking turns lets both meet the same disturbances, many rounds narrow the interval, and the old program against itself says how small a difference can count.',
      },
      'more-after': {
        label: 'Measure the new one a hundred times and compare it with the 104 ms',
        feedback:
          'A hundred times tell how the new one does today. The 104 ms are one time from another day: what else changed since would count as gain or loss.',
      },
    },
  },
} as const;
