import { lessonTexts } from '../../../texts/en/lesson';
import { resultsTexts } from '../../../texts/en/results';
import { sharedStoveExplanations } from './en-explanations';
import { sharedStovePredict } from './en-predict';
import { sharedStoveQuestions } from './en-questions';
import { sharedStoveStory } from './en-story';

/** Every text of the experiment `shared-stove`. */
export const sharedStove = {
  title: 'One stove for all',
  question: 'Workers share tools. When do they only wait, and when for ever?',
  background:
    'What several threads use must not be used by two at once. A lock sees to that: one has it, the others wait. One lock for everything makes everybody wait. Several locks let them wait in a circle, and then nobody goes on. Four philosophers at a table show it: between two plates lies one fork, and each needs two.',
  part: {
    locks: {
      name: 'One lock or several',
      detail: 'Each thread works 60 times, under one lock for all, or under a lock of its own',
      predict: sharedStovePredict.part.locks,
    },
    table: {
      name: 'The table',
      detail: 'Four philosophers who need two forks each, by three rules',
      predict: 'How many milliseconds until all dinners are over?',
    },
  },
  forecast: sharedStovePredict.forecast,
  option: { above: 'Some never end', below: 'All end' },
  condition: {
    'one-lock': {
      name: 'One lock',
      subject: 'One lock for all',
      short: 'one lock for all',
      detail: 'all threads work under the same lock',
    },
    'one-lock-again': {
      name: 'One lock (again)',
      subject: 'One lock for all (again)',
      short: 'one lock for all (again)',
      detail: 'the same under a second name: it shows the noise',
    },
    'own-locks': {
      name: 'A lock for each',
      subject: 'A lock for each',
      short: 'a lock for each',
      detail: 'each thread works under a lock that nobody else takes',
    },
    naive: {
      name: 'Left fork first',
      subject: 'The left fork first',
      short: 'the left fork first',
      detail: 'all take the left fork, then wait for the right one for as long as it takes',
    },
    'time-out': {
      name: 'With a time-out',
      subject: 'A time-out',
      short: 'a time-out',
      detail: 'all take the left fork, and put it back when the right one does not come within 3 ms',
    },
    ordered: {
      name: 'Lower fork first',
      subject: 'The lower fork first',
      short: 'the lower fork first',
      detail: 'forks are numbered; all take the lower of their two first',
    },
    'ordered-again': {
      name: 'Lower fork first (again)',
      subject: 'The lower fork first (again)',
      short: 'the lower fork first (again)',
      detail: 'the same under a second name: it shows the noise',
    },
  },
  seat: { worker: 'Thread {n}' },
  task: { task: 'Work of thread {n}' },
  parameter: {
    sectionMs: 'One piece under a lock',
    thinkMs: 'Thinking',
    reachMs: 'From the first fork to the second',
    eatMs: 'Eating',
    dinners: 'Dinners in a round',
    rounds: 'Rounds',
  },
  mapping: {
    stove: { word: 'The one stove', term: 'a lock that all threads take' },
    cook: { word: 'A cook, or a philosopher', term: 'a thread' },
    fork: { word: 'A fork', term: 'a lock that two threads take' },
    circle: { word: 'Everybody holds one fork and waits for the next', term: 'a deadlock: a cycle of waits' },
    number: { word: 'Numbers on the forks', term: 'an order in which all take their locks' },
  },
  dinners: {
    title: 'Which table got stuck?',
    lead: 'Dinners of all measured rounds. Darker: more of them deadlocked.',
    corner: 'Rule',
    counted: '{deadlocked} of {dinners} dinners',
    times: '{count} times',
    column: { deadlocks: 'Deadlocked', perHundred: 'Per 100 dinners [95 % Wilson]', putBack: 'Forks put back' },
    caption: 'A dinner is deadlocked if waits formed a cycle in the memory that the threads share. {base}',
  },
  cycle: {
    title: 'A circle of waits',
    lead: 'The first deadlock of a measured round, as one of the threads found it. Follow the last column: it leads round the table.',
    corner: 'Who',
    philosopher: 'Thread {n}',
    fork: 'Fork {n}',
    sentence: '{who} has {has} and waits for {lock}, which {heldBy} has.',
    column: { has: 'Has', waits: 'Waits for', heldBy: 'Which is held by' },
    caption: 'Round {round}, dinner {dinner}. {base}',
  },
  story: sharedStoveStory,
  explanation: sharedStoveExplanations,
  analogyAnswer: {
    talking: 'Philosophers would talk, and one would let the others eat. Threads only wait; nobody looks at the table.',
    seeing: 'A full stove is seen from the door. A lock shows only whether it is free at this moment.',
    hunger: 'A hungry guest complains. A thread that never gets its lock says nothing, and costs nothing either.',
  },
  questions: sharedStoveQuestions,
  lesson: lessonTexts,
  results: resultsTexts,
} as const;
