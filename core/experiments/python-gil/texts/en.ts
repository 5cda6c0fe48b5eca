import { lessonTexts } from '../../../texts/en/lesson';
import { resultsTexts } from '../../../texts/en/results';
import type { ExperimentTexts } from '../../experiment';
import { pythonGilExplanations } from './en-explanations';
import { pythonGilPredict } from './en-predict';
import { pythonGilQuestions } from './en-questions';
import { pythonGilStory } from './en-story';

type Named = {
  readonly name: string;
  readonly subject: string;
  readonly short: string;
  readonly detail: string;
};

function named(subject: string, short: string, detail: string): Named {
  return { name: subject, subject, short, detail };
}

/** What every interpreter executes. @param of which, after the name; empty for the first */
function python(of: string) {
  return {
    one: named(`One thread${of}`, `one thread${of}`, 'one thread, one task after the other'),
    again: named(
      `One thread${of} (again)`,
      `one thread${of} (again)`,
      'the same under a second name: it shows the noise',
    ),
    threads: named(`Threads${of}`, `threads${of}`, 'as many threads as cores, two to four'),
    waiters: named(`Eight threads${of}`, `eight threads${of}`, 'a thread for each wait'),
    asyncio: named(`Asyncio${of}`, `asyncio${of}`, 'one thread with an event loop, all tasks under way at once'),
    processes: named(`Processes${of}`, `processes${of}`, 'as many processes as cores, two to four, by multiprocessing'),
  };
}

const first = python('');
const other = python(' (Python {version})');
const free = python(' (Python {version}t)');

/** Every text of the experiment `python-gil`. */
export const pythonGil: ExperimentTexts = {
  title: 'Python and the GIL',
  question: 'Four tasks compute in Python. Do threads get them done sooner?',
  background:
    'CPython has a global interpreter lock, the GIL. A thread must hold it to execute Python code. The lab measures real interpreters of this machine: threads, asyncio and processes, with tasks that compute and tasks that wait. Beside them the same lock is emulated for threads of JavaScript. Where no Python is found, that alone is measured. To add one, install CPython 3.8 or newer, or name its path in the settings.',
  part: {
    cpu: {
      name: 'Computing in Python',
      detail: 'Four tasks of Python code that never wait. A thread that waits for the lock is drawn as busy',
      predict: pythonGilPredict.part.cpu,
    },
    waiting: {
      name: 'Waiting in Python',
      detail: 'Eight tasks that only wait',
      predict: pythonGilPredict.part.waiting,
    },
    routine: { name: 'A routine in C', detail: 'Four tasks of hashlib, which releases the lock' },
    mixed: { name: 'Waiting and computing in Python', detail: 'Four tasks that wait, then compute as long' },
    'cpu-of': {
      name: 'Computing in Python {version}',
      detail: 'Four tasks of Python code that never wait. A thread that waits for the lock is drawn as busy',
    },
    'waiting-of': { name: 'Waiting in Python {version}', detail: 'Eight tasks that only wait' },
    'cpu-free': {
      name: 'Computing in Python {version}t, free-threaded',
      detail: 'Four tasks of Python code that never wait, without the lock',
    },
    'js-cpu': {
      name: 'Emulated GIL: computing',
      detail: 'Four tasks that never wait, on threads of JavaScript',
      predict: pythonGilPredict.part['js-cpu'],
    },
    'js-waiting': {
      name: 'Emulated GIL: waiting',
      detail: 'Eight tasks that only wait, on threads of JavaScript',
      predict: pythonGilPredict.part['js-waiting'],
    },
    'js-routine': {
      name: 'Emulated GIL: a routine in C',
      detail: 'Four tasks of a C routine, which releases the lock',
    },
  },
  condition: {
    one: first.one,
    'one-again': first.again,
    threads: first.threads,
    waiters: first.waiters,
    asyncio: first.asyncio,
    processes: first.processes,
    'to-thread': named('Asyncio with threads', 'asyncio with threads', 'an event loop that hands computing to threads'),
    loops: named('Asyncio in processes', 'asyncio in processes', 'as many processes as cores, an event loop in each'),
    subinterpreters: named(
      'Subinterpreters',
      'subinterpreters',
      'threads with an interpreter and a lock each; in Python 3.13 by a private module',
    ),
    'one-of': other.one,
    'one-of-again': other.again,
    'threads-of': other.threads,
    'waiters-of': other.waiters,
    'asyncio-of': other.asyncio,
    'processes-of': other.processes,
    'one-free': free.one,
    'one-free-again': free.again,
    'threads-free': free.threads,
    'asyncio-free': free.asyncio,
    'processes-free': free.processes,
    'js-one': named('One JavaScript thread', 'one JavaScript thread', 'one thread, one task after the other'),
    'js-one-again': named(
      'One JavaScript thread (again)',
      'one JavaScript thread (again)',
      'the same under a second name: it shows the noise',
    ),
    'js-async': named('JavaScript async', 'JavaScript async', 'one thread, all tasks under way at once'),
    'js-gil': named(
      'Threads, emulated GIL',
      'threads under the emulated GIL',
      'threads of JavaScript that share one lock',
    ),
    'js-gil-waiters': named(
      'Eight threads, emulated GIL',
      'eight threads with an emulated GIL',
      'a thread for each wait; they share one lock',
    ),
    'js-threads': named('JavaScript threads', 'JavaScript threads', 'the same threads without the lock'),
    'js-processes': named('JavaScript processes', 'JavaScript processes', 'as many processes as cores, two to four'),
  },
  seat: { worker: 'Worker {n}' },
  task: { task: 'Task {n}' },
  parameter: {
    computeMs: 'One task, computing for',
    waitMs: 'One task, waiting for',
    interpreters: 'Pythons at most',
    rounds: 'Rounds',
  },
  mapping: {
    cook: { word: 'A cook', term: 'a thread' },
    knife: { word: 'The one knife of the kitchen', term: 'the GIL: who has it can cut' },
    oven: { word: 'A dish in the oven', term: 'a wait: the cook puts the knife down meanwhile' },
    kitchen: { word: 'Another kitchen', term: 'another process, with a knife of its own' },
    machine: { word: 'A slicing machine', term: 'a routine in C that releases the lock' },
  },
  figure: {
    title: 'What threads and processes gain, by interpreter',
    caption:
      'Time against one thread of the same interpreter, on one axis: left of 1x is faster. The band is what noise explains. A hollow mark is too noisy to be judged.',
    threads: 'Threads that compute',
    processes: 'Processes that compute',
    waiters: 'Eight threads that wait',
    question: 'Question',
    interpreter: 'Executed by',
    python: 'CPython {version}',
    emulated: 'Emulated GIL',
  },
  story: pythonGilStory,
  explanation: pythonGilExplanations,
  analogyAnswer: {
    turns:
      'Cooks would hand a knife over when they are done. A thread of CPython must give the lock away after 5 ms if another asks for it.',
    knives:
      'One could buy more knives. CPython could not for long, because its own data were safe by this lock alone. Free-threaded builds have other means.',
  },
  questions: pythonGilQuestions,
  lesson: lessonTexts,
  results: resultsTexts,
};
