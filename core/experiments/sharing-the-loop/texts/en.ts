import type { Changes } from '../../../texts/en/changes';
import type { lessonTexts } from '../../../texts/en/lesson';
import { measureWords } from '../../../texts/en/measures';
import { sharingTheLoopExplanations } from './en-explanations';
import { sharingTheLoopQuestions } from './en-questions';
import { sharingTheLoopStory } from './en-story';
import { sharingTheLoopPredict } from './en-predict';

/** Every text of the experiment `sharing-the-loop`. */
export const sharingTheLoop = {
  title: 'Sharing the loop',
  question: 'A long job pauses every 2 ms. Who runs in the pause?',
  background:
    'An event loop does one thing at a time. A job that would hold it for long can be cut into pieces and let others go first in between. JavaScript has several ways to continue later. Here a heartbeat is due on the same event loop every 10 ms. You see which of these ways let it beat.',
  part: {
    job: {
      name: 'Job and heartbeat',
      detail: 'One long job beside a heartbeat that is due every 10 ms',
      predict: sharingTheLoopPredict.part.job,
    },
  },
  condition: {
    never: {
      name: 'Never',
      subject: 'A job that never pauses',
      short: 'a job that never pauses',
      detail: 'the job on the loop, all pieces in a row',
    },
    'never-again': {
      name: 'Never (again)',
      subject: 'A job that never pauses (again)',
      short: 'a job that never pauses (again)',
      detail: 'the same under a second name: it shows the noise',
    },
    promises: {
      name: 'Resolved promise',
      subject: 'A job that awaits resolved promises',
      short: 'a job that awaits resolved promises',
      detail: 'the job on the loop, "await Promise.resolve()" after each piece',
    },
    'next-tick': {
      name: 'process.nextTick',
      subject: 'A job that continues by process.nextTick',
      short: 'a job that continues by process.nextTick',
      detail: 'the job on the loop, nextTick starts each piece',
    },
    immediate: {
      name: 'setImmediate',
      subject: 'A job that continues by setImmediate',
      short: 'a job that continues by setImmediate',
      detail: 'the job on the loop, setImmediate starts each piece',
    },
    timeout: {
      name: 'setTimeout',
      subject: 'A job that continues by setTimeout',
      short: 'a job that continues by setTimeout',
      detail: 'the job on the loop, a timer of 0 ms starts each piece',
    },
    worker: {
      name: 'Hired thread',
      subject: 'A job on a hired thread',
      short: 'a job on a hired thread',
      detail: 'the job on another thread, all pieces in a row; the loop only beats',
    },
    idle: {
      name: 'Nothing runs',
      subject: 'The loop while nothing runs',
      short: 'the loop while nothing runs',
      detail: 'no job at all, the heartbeat alone for as long: it shows whether something else holds it up',
    },
  },
  seat: { loop: 'Loop with the heartbeat', 'worker-1': 'Hired thread' },
  task: { 'task-1': 'The job' },
  parameter: { jobMs: 'The job, computing for', rounds: 'Rounds' },
  mapping: {
    cook: { word: 'The cook', term: 'the thread with the event loop' },
    dough: { word: 'A hundred doughs, kneaded one after the other', term: 'the job, cut into pieces' },
    bell: { word: 'A guest who rings every few seconds', term: 'the heartbeat: a timer, a click, a request' },
    list: { word: 'Notes the cook finishes before looking up', term: 'promise callbacks and nextTick' },
    hired: { word: 'A second cook', term: 'a worker thread with a loop of its own' },
  },
  /** Views made for this experiment. */
  beats: {
    title: '{part}: when did the heartbeats come?',
    axis: 'Time since the start of the execution (ms)',
    caption:
      'One recorded execution of each condition, the round closest to the median lateness. Bar: the job, from its start to its end. Upright mark: a beat, where it came; the line leads to it from when it was due, every 10 ms. Late: by more than 10 ms, so that the next one was due already. {machine}.',
    condition: 'Condition',
    round: 'Round',
    jobFrom: 'Job from (ms)',
    jobTo: 'Job to (ms)',
    count: 'Beats',
    late: 'Late by over 10 ms',
    longest: 'Longest lateness (ms)',
    label: '{late} of {count} late',
    longestLabel: 'by up to {longest} ms',
    beat: 'Beat',
    tooltip: 'due at {due} ms, came at {came} ms, {late} ms late',
  },
  price: {
    title: '{part}: what does it cost the job?',
    x: 'Time of the job (ms)',
    y: 'Longest lateness (ms), logarithmic',
    caption:
      'Low: the heartbeat is on time. Left: the job is done soon. Large mark: medians, whiskers: intervals of both. Small marks: single rounds. {base}',
    condition: 'Condition',
    job: 'Time of the job [interval]',
    lateness: 'Longest lateness [interval]',
    n: 'n (rounds)',
    value: 'job {job} ms, latest beat {lateness} ms',
  },
  story: sharingTheLoopStory,
  explanation: sharingTheLoopExplanations,
  analogyAnswer: {
    glance:
      'A cook hears the bell while kneading. A thread hears nothing. It learns that a timer has run out only when it goes back to its event loop and looks.',
    notes:
      'A cook with a pile of notes would stop at some point. The list of promise callbacks is worked off to the end, even if every note writes the next one.',
    interrupt:
      'Two cooks need two pairs of hands. Two threads can share one core. The operating system stops one of them in the middle of its work and lets the other go on.',
  },
  questions: sharingTheLoopQuestions,
  lesson: {
    predict: sharingTheLoopPredict.lesson.predict,
    observe: {
      lead: 'Compare your prediction with the measured latenesses. Say what you see before you read why.',
      leadSkipped: 'Look at the measured latenesses. Say what you see before you read why.',
      hint: 'For example: which of these ways let the heartbeat come, what it cost the job, what surprised you.',
    },
  } satisfies Changes<typeof lessonTexts>,
  results: measureWords.lateness,
} as const;
