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
const sameWork = 'One thread does the same counted work in both, so theory finds no reason in async.';
const unexplained = 'That is {ratio}, more than the noise of this run ({floor}x) explains.';
const nothingLess = 'That is {noDifference}: the time ratio is {plainRatio}, with noise up to {floor}x.';
const inNoise = 'The time ratio is {plainRatio}, inside the noise ({floor}x).';
const free = 'One thread that may use every core (sync; the machine offers {cores}) took {conditionTotal}';
const freeBoth = 'One thread that may use every core took {conditionTotal} async and {baselineTotal} sync.';

/** One thread that may use every core, but does what it did on one. */
function oneThreadSync<Why extends string>(why: Why) {
  return {
    'one-core-sync': {
      'as-expected': `${free}, ${first} {baselineTotal}. ${nothingLess} One thread is on one core at a time. ${why}`,
      opposite: `${free}, ${first} {baselineTotal}. ${unexplained} One thread is on one core at a time, so theory finds no reason in their number. ${disturbed}`,
    },
  } as const;
}

/** The same for requests, where nothing is predicted: who carries out a sync request may be on another core. */
const oneThreadSyncRequests = {
  'one-core-sync': {
    measured: `${free}, ${first} {baselineTotal}. That is {ratio}. The thread itself waits as long on any number of cores. But while it is blocked, a helper thread carries out its request. It matters where the helper may run, and who else wants the same core. That is why theory predicted nothing.`,
    'no-difference': `${free}, ${first} {baselineTotal}. ${inNoise} The thread is blocked until each answer comes, and more cores do not make an answer come sooner.`,
  },
} as const;

/** One async thread that computes: nothing to overlap. */
function asyncComputing<Subject extends string>(subject: Subject) {
  return {
    'one-core-sync': {
      'as-expected': `${subject} took {conditionTotal}, ${first} {baselineTotal}. ${nothingLess} Computing never waits, so async has nothing to overlap. It is one thread, busy for {conditionBusy} of the time.`,
      opposite: `${subject} took {conditionTotal}, ${first} {baselineTotal}. ${unexplained} Computing never waits. ${sameWork} ${disturbed}`,
    },
  } as const;
}

/** One free thread that computes, async against sync: the same cores are offered to both. */
const freeThreadComputing = {
  'one-thread-sync': {
    'as-expected': `${freeBoth} ${nothingLess} The machine offers {cores} cores to both. Async did not use more of them: computing that never waits runs to its end on one thread.`,
    opposite: `${freeBoth} ${unexplained} ${sameWork} Look at the warnings for other load and drift.`,
  },
} as const;

/** One free thread whose tasks wait, async against sync. */
function freeThreadWaiting<Why extends string>(why: Why) {
  return {
    'one-thread-sync': {
      'as-expected': `${freeBoth} That is {ratio}. ${why}`,
      opposite: `${freeBoth} That is {ratio}. Theory says the reverse, because waits can overlap. Look in the timeline at when the tasks began, and at the warnings for other load.`,
      'no-difference': `${freeBoth} ${inNoise} Theory says less time, because waits can overlap. Very short waits, or a large noise, can hide it.`,
    },
  } as const;
}

/** Several workers that compute. */
function manyComputing<Subject extends string, Why extends string>(subject: Subject, why: Why) {
  return {
    'one-core-sync': {
      'as-expected': `${subject} took {conditionTotal}, ${first} {baselineTotal}. The time ratio is {plainRatio}, as theory says (cores offered: {cores}). ${why}`,
      opposite: `${subject} took {conditionTotal}, ${first} {baselineTotal}. That is {ratio}. Theory says otherwise (cores offered: {cores}): several workers compute faster if each has a core, and only then. A task of about {computeMs} ms may also be short beside handing it out. ${disturbed}`,
      'no-difference': `${subject} took {conditionTotal}, ${first} {baselineTotal}. ${inNoise} Theory says faster if each worker has a core; the machine offers {cores}. Other programs may have held the cores, or the noise hides what was saved. A task of about {computeMs} ms may also be short beside handing it out.`,
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
      'as-expected': `${subject} took {conditionTotal}, ${first} {baselineTotal}. That is {ratio}. ${why}`,
      opposite: `${subject} took {conditionTotal}, ${first} {baselineTotal}. That is {ratio}. Theory says the reverse, because waits can overlap. Where tasks are short (here ${size} ms), handing them out and reading answers can cost more than overlapping saves. Look in the timeline at when the tasks began, and at the warnings for other load.`,
      'no-difference': `${subject} took {conditionTotal}, ${first} {baselineTotal}. ${inNoise} Theory says faster, because waits can overlap. Where tasks are short (here ${size} ms), handing them out and reading answers can cost what overlapping saves. A large noise can also hide what was saved.`,
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
  'Cores do the computing. Workers that have one each compute at the same time, and workers that share one take turns.';
const sameInside = `${cores} Async inside the workers adds nothing in theory, as their tasks never wait.`;

const waitsWithoutCore =
  'A request waits for its answer without the thread, so all 3 can wait at the same time. Waiting needs no core, and one is enough for it.';
const moreCoresNoMore =
  'All 3 requests can wait at the same time on the one thread. It may use every core, and uses one. The whole gain comes from overlapping waits.';
const eachBlocked =
  'Each worker is blocked beside its one request, but several wait at the same time. All together they were blocked for {conditionBlocked} of their time. The number of workers sets how many can wait at once, not the number of cores.';
const manyAsync =
  'The requests are shared out, and those of each worker wait at the same time. One async thread can do the same. Compare this cell with that of one thread before you pay for the workers.';

const waitsOnly =
  'About three quarters of each task is waiting, and waits can overlap. The computing cannot: one thread does one piece after the other. So in theory no more than the waiting is saved.';
const waitsAndCores =
  'About three quarters of each task is waiting. Several workers wait at the same time, though each is blocked meanwhile: all together for {conditionBlocked} of their time. Those that have a core each can compute at the same time as well.';
const both =
  'This is the combination. Async inside each worker overlaps the waits, about three quarters of each task. Several workers can compute what is left at the same time if each has a core; the machine offers {cores}.';

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
