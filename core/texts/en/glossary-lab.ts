import type { GlossaryTerm } from './glossary-term';

/** Words of the lab: what it does, and what its numbers mean. */
export const labTerms = {
  hiring: {
    term: 'hiring',
    forms: ['hired', 'hire', 'hires'],
    meaning: 'Starting a worker from nothing until it can take its first task.',
    matters: 'It pays if the worker is kept for many tasks.',
    lesson: 'threads-or-processes',
  },
  wages: {
    term: 'wages',
    meaning: 'What further workers cost: the time to hire them, their memory, and the messages.',
    matters: 'More workers that are no faster still have to be paid.',
    lesson: 'threads-or-processes',
  },
  warm: {
    term: 'warm and cold workers',
    forms: ['warm threads', 'warm processes', 'cold threads', 'warm thread', 'cold thread', 'warm', 'cold'],
    meaning: 'A warm worker was hired before its tasks came. A cold one is started for them.',
    matters: 'A cold worker pays only for large tasks.',
    lesson: 'break-even',
  },
  inline: {
    term: 'inline',
    meaning: 'Done by the thread that needs the result, without a message to anybody.',
    matters: 'Small tasks are done sooner in this way.',
    lesson: 'break-even',
  },
  'break-even': {
    term: 'break-even',
    meaning: 'The size of a task at which handing it out takes as long as doing it.',
    matters: 'Below it, a worker makes the program slower.',
    lesson: 'break-even',
  },
  condition: {
    term: 'condition',
    forms: ['conditions'],
    meaning: 'One way of executing the same work. An experiment compares several.',
    matters: 'Conditions differ in one thing alone, so that the difference has one cause.',
    lesson: 'noise-floor',
  },
  execution: {
    term: 'execution',
    forms: ['executions', 'cell'],
    meaning: 'One condition executed once, in one round. The code calls it a cell.',
    matters: 'The timeline shows one execution at a time.',
    lesson: 'noise-floor',
  },
  round: {
    term: 'round',
    forms: ['rounds'],
    meaning: 'Every condition once, in shuffled order.',
    matters: 'A disturbance that lasts a while meets all conditions of a round.',
    lesson: 'noise-floor',
  },
  'warm-up': {
    term: 'warm-up',
    meaning: 'The round before the first. It is stored and shown grey, and it is not analysed.',
    matters: 'Code is slower when it runs for the first time.',
    lesson: 'noise-floor',
  },
  median: {
    term: 'median',
    forms: ['medians'],
    meaning: 'The value in the middle: half of the rounds lie above it, half below.',
    matters: 'One disturbed round does not move it far.',
    lesson: 'noise-floor',
  },
  interval: {
    term: 'interval',
    forms: ['intervals'],
    meaning:
      'The two numbers in brackets. A run like this one would very often put its result between them. More rounds make it narrower.',
    matters: 'A verdict needs the whole interval on one side.',
    lesson: 'noise-floor',
  },
  'time-ratio': {
    term: 'time ratio',
    forms: ['time ratios'],
    meaning:
      'The time of the first condition divided by that of the second. Below 1 the first is faster: 0.5 is twice as fast.',
    matters: 'Verdicts are about it, round by round.',
    lesson: 'noise-floor',
  },
  noise: {
    term: 'noise',
    meaning: 'What differs between two measurements of the same thing.',
    matters: 'Other programs, the system and the temperature of the processor cause it.',
    lesson: 'noise-floor',
  },
  'noise-floor': {
    term: 'noise floor',
    meaning: 'How far apart two names of the same condition came out in this run.',
    matters: 'A smaller difference is called no difference, and each run has a floor of its own.',
    lesson: 'noise-floor',
  },
  'other-load': {
    term: 'other load',
    meaning: 'What other programs use of the cores during a run.',
    matters: 'It is the most frequent reason for a result that theory does not predict.',
    lesson: 'noise-floor',
  },
  drift: {
    term: 'drift',
    meaning: 'A slow change over a run, for example because the processor gets hot.',
    matters: 'The lab compares the first third of a run with the last.',
    lesson: 'noise-floor',
  },
  seed: {
    term: 'seed',
    meaning: 'The number from which the shuffled order of a run is made. The same seed gives the same order.',
    matters: 'Another seed shows whether a result depends on the order.',
    lesson: 'noise-floor',
  },
  theory: {
    term: 'theory',
    meaning: 'What follows from how threads, cores and loops work, written down before any run.',
    matters: 'Your run can agree with it, disagree, or be unable to tell.',
    lesson: 'eggs-and-toast',
  },
  amdahl: {
    term: "Amdahl's law",
    meaning: 'The part of a job that nobody can share limits how much faster more workers make it.',
    matters: 'With a tenth that cannot be shared, no number of cores gives more than 10 times.',
    lesson: 'many-cooks',
  },
  contention: {
    term: 'contention',
    meaning: 'Workers wait for each other because they need the same thing.',
    matters: 'It takes from each further worker a part of what it would bring.',
    lesson: 'many-cooks',
  },
  coherency: {
    term: 'coherency',
    meaning: 'The work of keeping what several cores know the same. It grows with each pair of them.',
    matters: 'With much of it, more workers make a program slower.',
    lesson: 'many-cooks',
  },
} as const satisfies Readonly<Record<string, GlossaryTerm>>;
