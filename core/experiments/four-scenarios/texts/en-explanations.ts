/**
 * Explanations of `four-scenarios`: part, condition, baseline, finding. Every cell of the matrix is compared with its first:
 * one thread on one core, sync. What theory predicts for several workers that compute depends on the cores, so one text
 * serves "faster" on many and "not faster" on one: it gives the plain time ratio and claims no direction. Every text must
 * hold for all sizes that the form allows, and where pinning was not possible: the warning says so then.
 */
const first = 'one thread on one core (sync)';

/** Where the theory finds no difference and the run does: pinned against not pinned, or one thread against itself. */
const disturbed =
  'A thread that is bound to one core cannot move away when other programs want that core. Look at the warnings for other load and drift, and for whether the pinning worked.';

/** One thread that may use every core, but does what it did on one. */
function oneThreadSync<Why extends string>(why: Why) {
  return {
    'one-core-sync': {
      'as-expected': `One thread that may use every core (sync; this machine offers {cores}) took {conditionTotal}, ${first} {baselineTotal}: {noDifference}, time ratio {plainRatio} with noise up to {floor}x. One thread is on one core at a time. ${why}`,
      opposite: `One thread that may use every core (sync; this machine offers {cores}) took {conditionTotal}, ${first} {baselineTotal}: {ratio}, more than this run's noise ({floor}x) explains. One thread is on one core at a time, so theory finds no reason in their number. ${disturbed}`,
    },
  } as const;
}

/** The same for requests, where nothing is predicted: who carries out a sync request may be on another core. */
const oneThreadSyncRequests = {
  'one-core-sync': {
    measured: `One thread that may use every core (sync; this machine offers {cores}) took {conditionTotal}, ${first} {baselineTotal}: {ratio}. The thread itself waits as long on any number of cores. But while it is blocked, a helper thread carries out its request, and where that one may run, and who else wants the same core, makes a difference. That is why nothing was predicted.`,
    'no-difference': `One thread that may use every core (sync; this machine offers {cores}) took {conditionTotal}, ${first} {baselineTotal}: time ratio {plainRatio}, inside the noise ({floor}x). The thread is blocked until each answer comes, and more cores do not make an answer come sooner.`,
  },
} as const;

/** One async thread that computes: nothing to overlap. */
function asyncComputing<Subject extends string>(subject: Subject) {
  return {
    'one-core-sync': {
      'as-expected': `${subject} took {conditionTotal}, ${first} {baselineTotal}: {noDifference}, time ratio {plainRatio} with noise up to {floor}x. Computing never waits, so async has nothing to overlap: one thread, busy for {conditionBusy} of the time.`,
      opposite: `${subject} took {conditionTotal}, ${first} {baselineTotal}: {ratio}, more than this run's noise ({floor}x) explains. Computing never waits, and it is one thread in both, so theory finds no reason in async. ${disturbed}`,
    },
  } as const;
}

/** One free thread that computes, async against sync: the same cores are offered to both. */
const freeThreadComputing = {
  'one-thread-sync': {
    'as-expected':
      'One thread that may use every core took {conditionTotal} async and {baselineTotal} sync: {noDifference}, time ratio {plainRatio} with noise up to {floor}x. This machine offers {cores} cores to both. Async did not use more of them: computing that never waits runs to its end on one thread.',
    opposite:
      "One thread that may use every core took {conditionTotal} async and {baselineTotal} sync: {ratio}, more than this run's noise ({floor}x) explains. It is one thread and the same counted work in both, so theory finds no reason in async. Look at the warnings for other load and drift.",
  },
} as const;

/** One free thread whose tasks wait, async against sync. */
function freeThreadWaiting<Why extends string>(why: Why) {
  return {
    'one-thread-sync': {
      'as-expected': `One thread that may use every core took {conditionTotal} async and {baselineTotal} sync: {ratio}. ${why}`,
      opposite:
        'One thread that may use every core took {conditionTotal} async and {baselineTotal} sync: {ratio}. Theory says the reverse, because waits can overlap. Look in the timeline at when the tasks began, and at the warnings for other load.',
      'no-difference':
        'One thread that may use every core took {conditionTotal} async and {baselineTotal} sync: time ratio {plainRatio}, inside the noise ({floor}x). Theory says less time, because waits can overlap. Very short waits, or a large noise, can hide it.',
    },
  } as const;
}

/** Several workers that compute. */
function manyComputing<Subject extends string, Why extends string>(subject: Subject, why: Why) {
  return {
    'one-core-sync': {
      'as-expected': `${subject} took {conditionTotal}, ${first} {baselineTotal}: time ratio {plainRatio}, as theory says for this machine (cores offered: {cores}). ${why}`,
      opposite: `${subject} took {conditionTotal}, ${first} {baselineTotal}: {ratio}. Theory says otherwise for this machine (cores offered: {cores}): several workers gain for computation if each has a core, and only then. If a task of about {computeMs} ms is short beside handing it out, that counts as well. ${disturbed}`,
      'no-difference': `${subject} took {conditionTotal}, ${first} {baselineTotal}: time ratio {plainRatio}, inside the noise ({floor}x). Theory says a gain if each worker has a core; this machine offers {cores}. Other programs may have held them, a task of about {computeMs} ms may be short beside handing it out, or the noise hides what was gained.`,
    },
  } as const;
}

/** A cell for which theory predicts a gain on every machine, because waits can overlap. */
function overlapping<Subject extends string, Why extends string, Size extends string>(
  subject: Subject,
  why: Why,
  size: Size,
) {
  return {
    'one-core-sync': {
      'as-expected': `${subject} took {conditionTotal}, ${first} {baselineTotal}: {ratio}. ${why}`,
      opposite: `${subject} took {conditionTotal}, ${first} {baselineTotal}: {ratio}. Theory says the reverse, because waits can overlap. Where tasks are short (here ${size} ms), handing them out and reading answers can cost more than that saves. Look in the timeline at when the tasks began, and at the warnings for other load.`,
      'no-difference': `${subject} took {conditionTotal}, ${first} {baselineTotal}: time ratio {plainRatio}, inside the noise ({floor}x). Theory says a gain, because waits can overlap. Where tasks are short (here ${size} ms), handing them out and reading answers can cost what that saves; and a large noise can hide a gain.`,
    },
  } as const;
}

const subjects = {
  oneCoreAsync: 'One thread on one core (async)',
  oneThreadAsync: 'One thread that may use every core (async)',
  threadsSync: 'Many threads (sync inside)',
  threadsAsync: 'Many threads (async inside)',
  processesSync: 'Many processes (sync inside)',
  processesAsync: 'Many processes (async inside)',
} as const;

const cores =
  'What computes is a core: workers that have one each get on at the same time, and workers that share one take turns.';
const sameInside = `${cores} Async inside the workers adds nothing in theory, as their tasks never wait.`;

const waitsWithoutCore =
  'A request waits for its answer without the thread, so all 3 can wait at the same time. Waiting needs no core, and one is enough for it.';
const moreCoresNoMore =
  'All 3 requests can wait at the same time on the one thread. It may use every core, and uses one: what it gains, it gains by overlapping waits.';
const eachBlocked =
  'Each worker is blocked beside its one request (all together for {conditionBlocked} of their time), but several wait at the same time. How many that are is up to the number of workers, not of cores.';
const manyAsync =
  'The requests are shared out, and those of each worker wait at the same time. So they do with one async thread: compare this cell with that one before you pay for the workers.';

const waitsOnly =
  'About three quarters of each task is waiting, and waits can overlap. The computing cannot: one thread does it one piece after the other, so that in theory no more than the waiting is saved.';
const waitsAndCores =
  'About three quarters of each task is waiting. Several workers wait at the same time, though each is blocked meanwhile (all together for {conditionBlocked} of their time), and those that have a core each can compute at the same time as well.';
const both =
  'This is the combination: async inside each worker overlaps the waits, about three quarters of each task, and several workers can compute the rest at the same time if each has a core; this machine offers {cores}.';

export const fourScenariosExplanations = {
  computing: {
    'one-core-async': asyncComputing(subjects.oneCoreAsync),
    'one-thread-sync': oneThreadSync('What is free beside it does nothing for its computing.'),
    'one-thread-async': { ...asyncComputing(subjects.oneThreadAsync), ...freeThreadComputing },
    'many-threads-sync': manyComputing(subjects.threadsSync, cores),
    'many-threads-async': manyComputing(subjects.threadsAsync, sameInside),
    'many-processes-sync': manyComputing(subjects.processesSync, cores),
    'many-processes-async': manyComputing(subjects.processesAsync, sameInside),
  },
  requests: {
    'one-core-async': overlapping(subjects.oneCoreAsync, waitsWithoutCore, '{latencyMs}'),
    'one-thread-sync': oneThreadSyncRequests,
    'one-thread-async': {
      ...overlapping(subjects.oneThreadAsync, moreCoresNoMore, '{latencyMs}'),
      ...freeThreadWaiting(moreCoresNoMore),
    },
    'many-threads-sync': overlapping(subjects.threadsSync, eachBlocked, '{latencyMs}'),
    'many-threads-async': overlapping(subjects.threadsAsync, manyAsync, '{latencyMs}'),
    'many-processes-sync': overlapping(subjects.processesSync, eachBlocked, '{latencyMs}'),
    'many-processes-async': overlapping(subjects.processesAsync, manyAsync, '{latencyMs}'),
  },
  mixed: {
    'one-core-async': overlapping(subjects.oneCoreAsync, waitsOnly, '{mixedMs}'),
    'one-thread-sync': oneThreadSync('More cores neither shorten its waits nor share its computing.'),
    'one-thread-async': {
      ...overlapping(subjects.oneThreadAsync, waitsOnly, '{mixedMs}'),
      ...freeThreadWaiting(waitsOnly),
    },
    'many-threads-sync': overlapping(subjects.threadsSync, waitsAndCores, '{mixedMs}'),
    'many-threads-async': overlapping(subjects.threadsAsync, both, '{mixedMs}'),
    'many-processes-sync': overlapping(subjects.processesSync, waitsAndCores, '{mixedMs}'),
    'many-processes-async': overlapping(subjects.processesAsync, both, '{mixedMs}'),
  },
} as const;
