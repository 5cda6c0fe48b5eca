import type { Changes } from '../../../texts/en/changes';
import type { lessonTexts } from '../../../texts/en/lesson';
import { measureWords } from '../../../texts/en/measures';
import { lostUpdatesExplanations } from './en-explanations';
import { lostUpdatesPredict } from './en-predict';
import { lostUpdatesQuestions } from './en-questions';
import { lostUpdatesStory } from './en-story';

const again = 'the same under a second name: it shows the noise';

/** Every text of the experiment `lost-updates`. */
export const lostUpdates = {
  title: 'Lost updates',
  question: 'Two add to the same counter. Is anything lost?',
  background:
    'To add one, a program reads the counter, adds, and writes the result back. Two that do it at once may read the same value. Then one update is lost. You count how often, on threads and on one thread, and what each protection takes.',
  part: {
    threads: {
      name: 'On threads',
      detail: 'Two threads add 5,000 times each to one counter, trial after trial, nothing else recorded',
    },
    await: {
      name: 'Across await',
      detail: 'Two async functions on one thread add 500 times each to one variable',
    },
    recorded: {
      name: 'Recorded',
      detail: 'Two threads add 500 times each, and write down every value they read and wrote',
    },
  },
  forecast: lostUpdatesPredict.forecast,
  condition: {
    unprotected: {
      name: 'Unprotected',
      subject: 'The unprotected counter',
      short: 'the unprotected counter',
      detail: 'each thread reads, adds and writes, as counter++ does',
    },
    atomics: {
      name: 'Atomics',
      subject: 'Atomics.add',
      short: 'Atomics.add',
      detail: 'reading, adding and writing are one indivisible step',
    },
    'atomics-again': {
      name: 'Atomics (again)',
      subject: 'Atomics.add (again)',
      short: 'Atomics.add (again)',
      detail: again,
    },
    mutex: {
      name: 'Mutex',
      subject: 'The mutex',
      short: 'the mutex',
      detail: 'one thread at a time is let into the three steps',
    },
    owner: {
      name: 'Owner',
      subject: 'The owner',
      short: 'one owner and messages',
      detail: 'a third thread has the counter; the two send it a message for each update',
    },
    'across-await': {
      name: 'Await inside',
      subject: 'The update with an await inside',
      short: 'the update with an await inside',
      detail: 'each function reads, awaits, and then writes',
    },
    'one-step': {
      name: 'One step',
      subject: 'The update in one step',
      short: 'the update in one step',
      detail: 'each function reads and writes, and then awaits',
    },
    'one-step-again': {
      name: 'One step (again)',
      subject: 'The update in one step (again)',
      short: 'the update in one step (again)',
      detail: again,
    },
    'promise-lock': {
      name: 'Promise lock',
      subject: 'The chain of promises',
      short: 'the chain of promises',
      detail: 'an await inside, but one function at a time, by a chain of promises',
    },
    'recorded-unprotected': {
      name: 'Unprotected, recorded',
      subject: 'The unprotected counter, recorded',
      short: 'the unprotected counter, recorded',
      detail: 'as unprotected, by an atomic read and an atomic write, each value written down',
    },
    'recorded-mutex': {
      name: 'Mutex, recorded',
      subject: 'The mutex, recorded',
      short: 'the mutex, recorded',
      detail: 'the same under a mutex',
    },
    'recorded-mutex-again': {
      name: 'Mutex, recorded (again)',
      subject: 'The mutex, recorded (again)',
      short: 'the mutex, recorded (again)',
      detail: again,
    },
  },
  seat: { worker: 'Thread {n}' },
  task: { task: 'Adder {n}', owner: 'The owner' },
  parameter: { rounds: 'Rounds' },
  mapping: {
    cook: { word: 'A cook', term: 'a thread, or an async function' },
    slate: { word: 'A slate with the number of dishes', term: 'the shared counter' },
    lookAway: { word: 'Reading it, turning away, writing the new number', term: 'an unprotected update' },
    stamp: { word: 'A tally counter that clicks on', term: 'Atomics.add' },
    chalk: { word: 'One piece of chalk: only who has it may read', term: 'a mutex' },
    clerk: { word: 'A clerk who alone writes, and gets notes', term: 'an owner and messages' },
  },
  /** Views made for this experiment. */
  trials: {
    title: '{part}: how many of the trials lost how much',
    caption:
      'Each field: so many trials lost such a share of their updates. Darker: more of the trials. Last column: trials that lost anything, with the 95 % Wilson interval. {base}',
    lead: 'Trials by the share of updates that they lost.',
    corner: 'Condition',
    none: 'none',
    upTo: 'up to {to} %',
    above: 'above {from} %',
    lossy: 'lost any',
    cell: '{condition}: {times} of {trials} trials lost {bin}',
    cellNone: '{condition}: {times} of {trials} trials lost nothing',
    interval: '[{low}, {high}] %',
    of: '{lossy} of {trials}',
    lossyInWords: '{condition}: {lossy} of {trials} trials lost something, {share} % [{low}, {high}]',
    condition: 'Condition',
    trialsColumn: 'Trials',
    lossyColumn: 'Trials that lost something',
    lowColumn: 'Wilson low (%)',
    highColumn: 'Wilson high (%)',
    updatesColumn: 'Updates',
    lostColumn: 'Updates lost',
  },
  lanes: {
    title: '{part}: what was read and written, broken and fixed',
    caption:
      'The first trial of a round. Each piece is one update: the value read, and the value written. They stand in the order that the values themselves prove; no clock was read. {loss} {base}',
    loss: '{condition}: {note} {lossy} of {trials} trials in all rounds lost something.',
    axis: 'Place in the proven order',
    counter: 'Counter right?',
    who: { recorded: 'Thread {n}', await: 'Function {n}' },
    heading: '{condition}, round {round}',
    update: '{adder} read {read} and wrote {written}',
    collision: '{adder} read {read} and wrote {written}; the other had read {read} too',
    holds: 'after each of these updates the counter was the number of updates done',
    breaks: 'here {updates} updates are done and the counter is {counter}: one is lost, provably',
    unbroken: 'holds',
    broken: 'breaks',
    untold: 'order not told: {n} more updates of {adder}',
    untoldShort: 'order not told',
    earlier: '{n} updates came before those drawn, in proven order.',
    proven: 'all {n} updates are in proven order, and the last {shown} are drawn.',
    condition: 'Condition',
    place: 'Place',
    adder: 'Adder',
    readColumn: 'Read',
    writtenColumn: 'Written',
    state: 'Order',
    provenState: 'proven',
    brokenState: 'proven to overlap',
  },
  explanation: lostUpdatesExplanations,
  analogyAnswer: {
    speed:
      'A cook who turns away for a second would be noticed. Two threads overlap for a billionth of a second, millions of times.',
    caches:
      'A kitchen has one slate. Each core has a copy of the counter in its cache, and the copies are kept equal by messages between cores. That is why even Atomics gets slower when cores share.',
    recording:
      'You can watch two cooks without changing what they do. Threads that write down each step meet less often: watching changes a race.',
  },
  questions: lostUpdatesQuestions,
  story: lostUpdatesStory,
  lesson: {
    observe: {
      lead: 'Compare your prediction with the trials. Say what you see before you read why.',
      leadSkipped: 'Look at the table of trials. Say what you see before you read why.',
      hint: 'For example: which way lost nothing, and what it took for that.',
    },
  } satisfies Changes<typeof lessonTexts>,
  results: measureWords['trial-time'],
} as const;
