import type { Changes } from './changes';
import { kitchenReplay } from './kitchen-replay';
import type { lessonTexts } from './lesson';
import type { resultsTexts } from './results';

/** The shared texts in the words of the restaurant analogy: cooks, dishes and tickets. */
export const kitchenLesson: Changes<typeof lessonTexts> = {
  question: { parts: 'What is cooked', conditions: 'Who cooks, and how' },
  ended: {
    failed: {
      todo: 'Run it again. If it fails again, close other programs, or choose shorter dishes or fewer rounds.',
      timeBudget: 'Choose shorter dishes or fewer rounds under Advanced, or close other programs, and run it again.',
    },
  },
};

export const kitchenResults: Changes<typeof resultsTexts> = {
  note: 'Times with cooks already hired.',
  prediction: { axis: 'Total with cooks already hired (ms)' },
  totals: {
    title: '{part}: how long until everything is served?',
    axis: 'Time from the first ticket to the last answer (ms)',
    hired: 'Cooks already hired',
    cpu: 'CPU time of all cooks',
    caption:
      'Full bar: median with cooks already hired, whisker: its interval. Pale bar: what hiring from nothing adds, n = {hiringN} (hirings or rounds, whichever are fewer). Small points: single rounds, x for an outlier or a slow round; grey ring: warm-up, not analysed. {base}',
  },
  served: {
    heading: 'When each dish is served',
    title: '{part}: when is each dish served?',
    axis: 'Time from the start until the dish is served (ms)',
    task: 'Dish',
    time: 'Served after',
  },
  states: {
    heading: 'What the cooks did',
    title: '{part}: what did the cooks do all the time?',
  },
  wages: {
    title: 'Wages: what the hired cooks cost',
    table: 'Wages of the hired cooks, median [interval]',
    caption:
      'n counts hirings for hiring and memory, empty messages for message times. Hiring: both cooks from nothing, before round 1. Memory: {memory}. {machine}.',
    workers: 'Hired cooks',
    hiring: 'Hiring both',
    memory: 'Memory per cook',
  },
  timeline: {
    figureCaption:
      'The round closest to the median of each condition. Nothing is inferred: every span was recorded while it happened. What is shorter than {width} is drawn that wide, neighbours together. Mark above a lane: a dish is served.',
    lead: "Every span was recorded while it happened. All conditions share one time axis, from each one's first ticket.",
    worker: 'Cook',
    task: 'Dish',
    axis: 'Time since the first ticket',
    servedMark: '{task} served',
    stateDetail: { messaging: 'tickets and answers' },
  },
  replay: kitchenReplay,
};
