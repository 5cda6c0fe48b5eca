import type { Changes } from '../../../texts/en/changes';
import type { lessonTexts } from '../../../texts/en/lesson';
import { measureWords } from '../../../texts/en/measures';
import { freezeTheWindowExplanations } from './en-explanations';
import { freezeTheWindowQuestions } from './en-questions';
import { feelTexts } from './en-feel';
import { freezeTheWindowStory } from './en-story';
import { freezeTheWindowPredict } from './en-predict';

/** Every text of the experiment `freeze-the-window`. */
export const freezeTheWindow = {
  title: 'Freeze the window',
  question: 'The same computation in five places: which of them freezes the window?',
  background:
    'A window draws many frames a second, takes your clicks and asks its main process for what it cannot do itself. Here one and the same computation is executed in five places. They are the page, main, a Web Worker of the page, a worker thread and a process of its own. Watch the pulse at the lower left while it runs. The window really blocks, and it always comes back.',
  part: {
    blocking: {
      name: 'Blocking',
      detail: 'One computation without a pause, while frames, input and calls to main are watched',
      predict: freezeTheWindowPredict.part.blocking,
    },
  },
  condition: {
    renderer: {
      name: 'Page',
      subject: 'Work in the page',
      short: 'work in the page',
      detail: "the window's own thread, which also draws and handles clicks",
    },
    main: {
      name: 'Main',
      subject: 'Work in main',
      short: 'work in main',
      detail: 'the process behind the window: menus, dialogs, files, messages',
    },
    'web-worker': {
      name: 'Web Worker',
      subject: 'Work in a Web Worker',
      short: 'work in a Web Worker',
      detail: 'a second thread inside the process of the page',
    },
    thread: {
      name: 'Worker thread',
      subject: 'Work in a worker thread',
      short: 'work in a worker thread',
      detail: 'a thread of a process that has no window',
    },
    'thread-again': {
      name: 'Worker thread (again)',
      subject: 'Work in a worker thread (again)',
      short: 'work in a worker thread (again)',
      detail: 'the same under a second name: it shows the noise',
    },
    process: {
      name: 'Process',
      subject: 'Work in a process',
      short: 'work in a process',
      detail: 'a process of its own for the work',
    },
    idle: {
      name: 'Nothing runs',
      subject: 'The window while nothing runs',
      short: 'the window while nothing runs',
      detail: 'no computation at all, watched for as long: it shows whether something else holds the window up',
    },
  },
  seat: { host: 'Host' },
  task: { work: 'The computation', task: 'Task {n}' },
  parameter: { workMs: 'The computation', rounds: 'Rounds' },
  mapping: {
    waiter: { word: 'The waiter at the counter', term: "the page's thread: it draws, and it handles every click" },
    manager: { word: 'The manager in the office', term: 'main: whoever needs a key, a bill or a delivery asks there' },
    dough: { word: 'A dough to knead', term: 'the computation: it needs somebody all the time' },
    frozen: { word: 'Guests wave and nobody looks up', term: 'a frozen window: input waits, and no script draws' },
  },
  story: freezeTheWindowStory,
  explanation: freezeTheWindowExplanations,
  analogyAnswer: {
    hands:
      'A waiter who kneads still sees you wave. A thread that computes sees nothing. It does not even look at the event before the computation ends.',
    calling:
      'You can call the waiter away from the dough. A script cannot be called away. It ends, or pauses by itself.',
    office:
      'In a restaurant the manager can be busy for an hour and the soup still comes. In an Electron program the clicks themselves pass the office.',
  },
  questions: freezeTheWindowQuestions,
  feel: feelTexts,
  frames: {
    title: 'When did the window draw, and when did main answer?',
    axis: 'Time since the work was handed over (ms)',
    frame: 'A frame was drawn',
    answer: 'Main answered a call',
    work: 'The computation',
    caption:
      'One recorded round of each place: the one closest to its median. Bar: the computation. Upright marks: frames. Points below: answers of main to calls that were due every 10 ms. A gap in a row is a time in which nothing came. {base}',
    place: 'Place',
    longestGap: 'Longest gap between frames (ms)',
    drawn: 'Frames drawn meanwhile',
    longestWait: 'Longest wait for main (ms)',
  },
  lesson: {
    predict: freezeTheWindowPredict.lesson.predict,
    run: {
      quiet:
        'In some rounds this window or main really blocks: that is what is measured. The pulse moves with every frame here, so you see it stop.',
      cancel: 'Cancel the run (a block ends first, within 3 s)',
    },
  } satisfies Changes<typeof lessonTexts>,
  results: measureWords['frame-gap'],
} as const;
