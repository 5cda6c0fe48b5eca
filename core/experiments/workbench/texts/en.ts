import type { Changes } from '../../../texts/en/changes';
import type { lessonTexts } from '../../../texts/en/lesson';
import type { resultsTexts } from '../../../texts/en/results';
import { workbenchAnswer } from './en-answer';
import { workbenchForm } from './en-form';
import { workbenchResults } from './en-results';

const conditions = {
  sync: { name: 'Sync', subject: 'Sync', short: 'sync' },
  idle: { name: 'Nothing runs', subject: 'The window while nothing runs', short: 'the window while nothing runs' },
  async: inFlight('Async, {first} in flight', 'async, {first} in flight'),
  'async-chunked': inFlight('Async in chunks, {first} in flight', 'async in chunks, {first} in flight'),
  threads: same('{first} threads'),
  'one-threads': same('1 thread'),
  processes: same('{first} processes'),
  'one-processes': same('1 process'),
  'threads-async': same('{first} threads, {second} in flight each'),
  'one-threads-async': same('1 thread, {second} in flight'),
  'processes-async': same('{first} processes, {second} in flight each'),
  'one-processes-async': same('1 process, {second} in flight'),
} as const;

/** Name in charts and tables, subject at the start of a sentence, short form inside it. */
export interface Words {
  readonly name: string;
  readonly subject: string;
  readonly short: string;
}

function same(words: string): Words {
  return { name: words, subject: words, short: words };
}

function inFlight(subject: string, short: string): Words {
  return { name: subject, subject, short };
}

/** The same words for the second half of the A/A pair. */
function again<T extends Readonly<Record<string, Words>>>(names: T): { readonly [K in keyof T]: Words } {
  const entries = Object.entries(names).map(([strategy, words]) => [
    strategy,
    Object.fromEntries(Object.entries(words).map(([kind, text]) => [kind, `${String(text)} (again)`])),
  ]);
  return Object.fromEntries(entries) as { readonly [K in keyof T]: Words };
}

/** Texts of Workbench runs, where conditions, tasks and workers are made from a choice. */
export const workbench = {
  title: 'Workbench',
  question: 'Which strategy fits this task on this machine?',
  background: 'One workload under the strategies you chose, measured and compared by the rules of every experiment.',
  part: {
    tasks: { name: 'All tasks', detail: 'The same tasks under each strategy.', predict: '' },
    search: { name: 'Coarse search', detail: 'Every set-up, in few rounds. In no estimate.', predict: '' },
  },
  condition: conditions,
  again: again(conditions),
  seat: { worker: 'Worker {n}' },
  task: { task: 'Task {n}' },
  parameter: { rounds: 'Rounds' },
  answer: workbenchAnswer,
  form: workbenchForm,
  figures: workbenchResults,
  lesson: {
    run: { see: 'See the results' },
    ended: {
      cancelled: { todo: 'Run it again when you like; your choice is as you left it.' },
      interrupted: { todo: 'Run it again; your choice is as you left it.' },
      failed: {
        todo: 'Run it again. If it fails again, close other programs, or choose smaller or fewer tasks, fewer workers or fewer rounds.',
        timeBudget:
          'Choose smaller or fewer tasks, fewer conditions or fewer rounds, or close other programs, and run it again.',
      },
    },
  } satisfies Changes<typeof lessonTexts>,
  results: {
    timeline: {
      lead: "Every span was recorded while it happened. All conditions share one time axis, from each one's start. What is narrower than a pixel is drawn together; zoom in to tell it apart.",
    },
  } satisfies Changes<typeof resultsTexts>,
} as const;
