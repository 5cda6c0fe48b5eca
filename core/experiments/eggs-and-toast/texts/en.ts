import { eggsAndToastExplanations } from './en-explanations';
import { eggsAndToastQuestions } from './en-questions';
import { raceTexts } from './en-race';
import { eggsAndToastStory } from './en-story';
import { kitchenLesson, kitchenResults } from '../../../texts/en/kitchen';
import { eggsAndToastPredict } from './en-predict';

/** Every text of the experiment `eggs-and-toast`; what all experiments share comes in with it, in the kitchen's words. */
export const eggsAndToast = {
  title: 'Eggs and toast',
  question: 'Does a cook who waits beside the stove need help, or a timer?',
  background:
    'Eggs need the stove, toast needs the toaster, and both cook by themselves. Cleaning and kneading need a cook. You can stand beside each dish, or set timers and do something else. You can also hire two more cooks, as threads or as processes. All four ways are really executed on this machine and timed.',
  part: {
    'first-course': {
      name: 'First course',
      detail: 'Eggs, toast, and a kitchen to clean',
    },
    doughs: {
      name: 'Second course',
      detail: 'Two equal doughs to knead',
      predict: eggsAndToastPredict.part.doughs,
    },
  },
  forecast: eggsAndToastPredict.forecast,
  condition: {
    sync: {
      name: 'One cook, sync',
      subject: 'Sync',
      short: 'sync',
      detail: 'cooks one dish after the other and stands beside each',
    },
    async: {
      name: 'One cook, async',
      subject: 'Async',
      short: 'async',
      detail: 'sets timers and does something else meanwhile',
    },
    threads: {
      name: 'Hired cooks, threads',
      subject: 'Hired threads',
      short: 'hired threads',
      detail: 'you and two hired cooks in the same kitchen',
    },
    processes: {
      name: 'Hired cooks, processes',
      subject: 'Hired processes',
      short: 'hired processes',
      detail: 'you, and two hired cooks in kitchens of their own',
    },
    'sync-again': {
      name: 'One cook, sync (again)',
      subject: 'Sync (again)',
      short: 'sync (again)',
      detail: 'the same under a second name: it shows the noise',
    },
    'async-again': {
      name: 'One cook, async (again)',
      subject: 'Async (again)',
      short: 'async (again)',
      detail: 'the same under a second name: it shows the noise',
    },
  },
  seat: { you: 'You', 'cook-1': 'Cook 1', 'cook-2': 'Cook 2' },
  task: { eggs: 'Eggs', toast: 'Toast', cleaning: 'Cleaning', 'dough-1': 'Dough 1', 'dough-2': 'Dough 2' },
  taskDetail: {
    eggs: '{eggsMs} ms on the stove, by themselves',
    toast: '{toastMs} ms in the toaster, by itself',
    cleaning: 'about {cleaningMs} ms of work for a cook',
    'dough-1': 'about {doughMs} ms of work for a cook',
    'dough-2': 'about {doughMs} ms of work for a cook',
  },
  parameter: {
    eggsMs: 'Eggs on the stove',
    toastMs: 'Toast in the toaster',
    cleaningMs: 'Cleaning, work for',
    doughMs: 'One dough, work for',
    rounds: 'Rounds',
  },
  mapping: {
    cook: { word: 'Cook', term: 'worker: the thread that executes tasks' },
    dish: { word: 'Dish', term: 'task' },
    stove: { word: 'Stove, toaster', term: 'timers; they stand for I/O, which goes on without the worker' },
    knead: { word: 'Cleaning, kneading', term: 'computing: a counted number of iterations of the kernel' },
    beside: { word: 'Standing beside the stove', term: 'blocked: the thread waits and can do nothing else' },
    timer: { word: 'Setting a timer', term: 'asynchronous wait: the thread is free until it is called back' },
    ticket: { word: 'Passing a ticket', term: 'message' },
    kitchen: { word: 'A kitchen of their own', term: 'another process: nothing is shared, tickets are copied' },
    wages: { word: 'Wages', term: 'start-up time, memory, messages' },
  },
  story: eggsAndToastStory,
  explanation: eggsAndToastExplanations,
  analogyAnswer: {
    blocked:
      'A cook beside the stove still hears you call. A blocked thread reads no message and no timer. Only its wait can end, when another thread wakes it or ends it.',
    hands:
      'Every cook brings two hands. A thread brings none. The hands are the cores, and more cooks than cores take turns.',
    timer:
      'A kitchen timer interrupts you at once. A callback waits until the running step is done. After a long step it comes late.',
    counter:
      'Cooks in one kitchen see one counter. These processes share no counter. What they exchange is copied, and the copy costs time.',
  },
  questions: eggsAndToastQuestions,
  race: raceTexts,
  lesson: kitchenLesson,
  results: kitchenResults,
} as const;
