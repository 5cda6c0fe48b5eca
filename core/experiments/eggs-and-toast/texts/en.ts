import { eggsAndToastExplanations } from './en-explanations';
import { kitchenLesson, kitchenResults } from '../../../texts/en/kitchen';

/** Every text of the experiment `eggs-and-toast`; what all experiments share comes in with it, in the kitchen's words. */
export const eggsAndToast = {
  title: 'Eggs and toast',
  question: 'Does a cook who waits beside the stove need help, or a timer?',
  background:
    'Eggs need the stove, toast needs the toaster; both get on without anyone. Cleaning and kneading need a cook. You can stand beside each dish, set timers and do something else, or hire two more cooks. All four ways are really executed on this machine and timed.',
  part: {
    'first-course': {
      name: 'First course',
      detail: 'Eggs, toast, and a kitchen to clean',
      predict:
        'Eggs take {eggsMs} ms on the stove, toast {toastMs} ms in the toaster. Cleaning keeps a cook busy for about {cleaningMs} ms. How long until all three are done, cooks already hired?',
    },
    doughs: {
      name: 'Second course',
      detail: 'Two equal doughs to knead',
      predict:
        'Each dough keeps a cook busy for about {doughMs} ms; nothing waits. How long until both are done, cooks already hired?',
    },
  },
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
    stove: { word: 'Stove, toaster', term: 'timers; they stand for I/O, which gets on without the worker' },
    knead: { word: 'Cleaning, kneading', term: 'computing: a counted number of iterations of the kernel' },
    beside: { word: 'Standing beside the stove', term: 'blocked: the thread waits and can do nothing else' },
    timer: { word: 'Setting a timer', term: 'asynchronous wait: the thread is free until it is called back' },
    ticket: { word: 'Passing a ticket', term: 'message' },
    kitchen: { word: 'A kitchen of their own', term: 'another process: nothing is shared, tickets are copied' },
    wages: { word: 'Wages', term: 'start-up time, memory, messages' },
  },
  explanation: eggsAndToastExplanations,
  analogyAnswer: {
    blocked:
      'A cook beside the stove still hears you call. A blocked thread hears nothing: no message, no timer, no cancel.',
    hands:
      'Every cook brings two hands. A thread brings none: the hands are the cores, and more cooks than cores take turns.',
    timer:
      'A kitchen timer interrupts you at once. A callback waits until the running step is done; with a long step it comes late.',
    counter:
      'Cooks in one kitchen see one counter. Processes share no counter: what they exchange is copied, and the copy costs time.',
  },
  transfer: {
    situation:
      'A photo service runs as one async thread on 8 cores. Each minute 1,000 pictures arrive. Each waits about 200 ms for the storage and then needs 150 ms of computing to be resized. The service cannot keep up.',
    question: 'What helps?',
    correct: 'workers',
    options: {
      'async-function': {
        label: 'Make the resizing function async',
        feedback:
          'The word changes nothing about the work: 1,000 x 150 ms is 150 s of computing per minute, and one thread has 60 s. Like kneading, resizing never waits.',
      },
      'more-in-flight': {
        label: 'Allow more storage requests in flight',
        feedback:
          'The waits overlap already, as eggs and toast can for an async cook. What is short is computing: 150 s per minute on a thread that has 60 s.',
      },
      workers: {
        label: 'Resize in a few worker threads or processes, keep the waiting async',
        feedback:
          'Computing needs hands: 150 s per minute is at least three workers, each on a core. Waiting needs none: async stays right for the storage.',
      },
      'faster-storage': {
        label: 'Buy storage that answers in 20 ms',
        feedback:
          'Each picture would come back sooner, but the thread would still have 150 s of computing for every 60 s. It is busy, not waiting.',
      },
    },
  },
  lesson: kitchenLesson,
  results: kitchenResults,
} as const;
