import { lessonTexts } from './lesson';
import { resultsTexts } from './results';

const strategyNames = {
  sync: { name: 'sync', subject: 'Sync', short: 'sync' },
  async: { name: 'async, {first} in flight', subject: 'Async, {first} in flight', short: 'async x{first}' },
  'async-chunked': {
    name: 'async in chunks, {first} in flight',
    subject: 'Async in chunks, {first} in flight',
    short: 'chunks x{first}',
  },
  threads: { name: 'threads, {first}', subject: '{first} threads', short: '{first} threads' },
  processes: { name: 'processes, {first}', subject: '{first} processes', short: '{first} processes' },
  'threads-async': {
    name: 'threads, {first}, {second} in flight each',
    subject: '{first} threads, {second} in flight each',
    short: '{first} threads x{second}',
  },
  'processes-async': {
    name: 'processes, {first}, {second} in flight each',
    subject: '{first} processes, {second} in flight each',
    short: '{first} processes x{second}',
  },
} as const;

type Words = Readonly<Record<'name' | 'subject' | 'short', string>>;

/** The same words for the second half of the A/A pair. */
function again<T extends Readonly<Record<string, Words>>>(names: T): { readonly [K in keyof T]: Words } {
  const entries = Object.entries(names).map(([strategy, words]) => [
    strategy,
    Object.fromEntries(Object.entries(words).map(([kind, text]) => [kind, `${text} (again)`])),
  ]);
  return Object.fromEntries(entries) as { readonly [K in keyof T]: Words };
}

/** Texts of Workbench runs, where conditions, tasks and workers are made from a choice. */
export const workbench = {
  title: 'Workbench',
  question: 'Which strategy fits this task on this machine?',
  background: 'One workload under the strategies you chose, measured and compared by the rules of every experiment.',
  part: { tasks: { name: 'All tasks', detail: 'the same tasks under each strategy', predict: '' } },
  condition: strategyNames,
  again: again(strategyNames),
  seat: { worker: 'Worker {n}' },
  task: { task: 'Task {n}' },
  parameter: { rounds: 'Rounds' },
  lesson: lessonTexts,
  results: resultsTexts,
} as const;
