/**
 * Explanations of `python-gil`: part, condition, baseline (or measure), finding. Every text must hold for every interpreter and all
 * task sizes that the form allows; what theory predicts for processes depends on the cores, so those give the plain ratio.
 */
const took = 'It took {conditionTotal}, one thread {baselineTotal}.';
const look = 'Look at the CPU load and at the warnings for other load.';
const cores = 'The time ratio is {plainRatio}, as theory says (cores offered: {cores}).';
const inNoise = 'The time ratio is {plainRatio}, inside the noise ({floor}x).';

/** More workers that compute, against one thread, where each can have a core. */
function gain(why: string): Readonly<Record<'as-expected' | 'opposite' | 'no-difference', string>> {
  return {
    'as-expected': `${took} ${cores} ${why}`,
    opposite: `${took} That is {ratio}. Theory says otherwise (cores offered: {cores}). ${look}`,
    'no-difference': `${took} ${inNoise} Theory says faster if each worker has a core; the machine offers {cores}. ${look}`,
  };
}

/** More threads or tasks that gain nothing. */
function nothing(why: string): Readonly<Record<'as-expected' | 'opposite', string>> {
  return {
    'as-expected': `${took} The time ratio is {plainRatio}: nothing is gained. ${why}`,
    opposite: `${took} That is {ratio}. Theory says that nothing is gained. ${look}`,
  };
}

/** Waits that overlap. */
function overlap(why: string): Readonly<Record<'as-expected' | 'opposite' | 'no-difference', string>> {
  return {
    'as-expected': `${took} That is {ratio}. ${why}`,
    opposite: `${took} That is {ratio}. Theory says that waits overlap. ${look}`,
    'no-difference': `${took} ${inNoise} Theory says that waits overlap. ${look}`,
  };
}

/** Cores' worth of CPU time. */
function used(few: boolean, why: string): Readonly<Record<'as-expected' | 'opposite', string>> {
  const side = few ? 'at most about one core' : 'as many cores as it has workers, if the machine has them';
  return {
    'as-expected': `It used {value} of CPU time in each second; the limit here is {threshold}. ${why}`,
    opposite: `It used {value} of CPU time in each second; the limit here is {threshold}. Theory says ${side}. ${look}`,
  };
}

const lock = 'Only the thread that holds the lock executes Python. The others wait for it, and ask for it after 5 ms.';
const ownLock = 'Each process has an interpreter and a lock of its own, so each can have a core.';
const oneLoop = 'One thread executes all tasks. Nothing in them waits, so the event loop has nothing to overlap.';
const released = 'A thread that waits releases the lock, and the others go on. All waits pass at the same time.';
const loopWaits =
  'The event loop starts all waits and takes up each task when its time has come. One thread is enough.';
const routine = 'This routine is written in C. It releases the lock while it computes, so threads use several cores.';

const locked = (ending: string) => ({
  [`threads${ending}`]: { [`one${ending}`]: nothing(lock), 'cpu-share': used(true, lock) },
  [`processes${ending}`]: { [`one${ending}`]: gain(ownLock), 'cpu-share': used(false, ownLock) },
  [`asyncio${ending}`]: { [`one${ending}`]: nothing(oneLoop) },
});

const waits = (ending: string) => ({
  [`waiters${ending}`]: { [`one${ending}`]: overlap(released) },
  [`asyncio${ending}`]: { [`one${ending}`]: overlap(loopWaits) },
});

const noLock = 'This build has no lock around Python code: each thread can have a core.';

export const pythonGilExplanations = {
  cpu: {
    ...locked(''),
    subinterpreters: { one: gain('Each subinterpreter has a lock of its own, and each is in a thread.') },
  },
  waiting: waits(''),
  routine: { threads: { one: gain(routine) } },
  mixed: {
    asyncio: { one: overlap('The waits overlap; the computing is done one task after the other.') },
    'to-thread': {
      asyncio: {
        'as-expected':
          'With threads for the computing it took {conditionTotal}, with the event loop alone {baselineTotal}. The time ratio is {plainRatio}: nothing is gained. The threads share one lock. Only the event loop stays free.',
        opposite: `With threads for the computing it took {conditionTotal}, with the event loop alone {baselineTotal}. That is {ratio}. Theory says that the lock leaves no gain. ${look}`,
      },
    },
    loops: {
      asyncio: {
        'as-expected': `In processes it took {conditionTotal}, with one event loop {baselineTotal}. ${cores} Each process has a lock and an event loop of its own.`,
        opposite: `In processes it took {conditionTotal}, with one event loop {baselineTotal}. That is {ratio}. Theory says otherwise (cores offered: {cores}). ${look}`,
        'no-difference': `In processes it took {conditionTotal}, with one event loop {baselineTotal}. ${inNoise} Theory says faster if each process has a core. ${look}`,
      },
    },
  },
  'cpu-of': locked('-of'),
  'waiting-of': waits('-of'),
  'cpu-free': {
    'threads-free': { 'one-free': gain(noLock), 'cpu-share': used(false, noLock) },
    'processes-free': { 'one-free': gain(ownLock), 'cpu-share': used(false, ownLock) },
    'asyncio-free': { 'one-free': nothing(oneLoop) },
  },
  'js-cpu': {
    'js-gil': {
      'js-one': nothing('The lock lets one thread compute at a time, as in CPython.'),
      'cpu-share': used(true, 'The lock lets one thread compute at a time, as in CPython.'),
    },
    'js-processes': { 'js-one': gain('Each process is independent of the others: there is no lock in common.') },
    'js-async': { 'js-one': nothing(oneLoop) },
    'js-threads': {
      'js-one': gain('Without the lock each thread of JavaScript can have a core.'),
      'cpu-share': used(false, 'Without the lock each thread of JavaScript can have a core.'),
    },
  },
  'js-waiting': {
    'js-gil-waiters': { 'js-one': overlap(released) },
    'js-async': { 'js-one': overlap(loopWaits) },
  },
  'js-routine': { 'js-gil': { 'js-one': gain('The routine releases the lock while it computes, as C code may.') } },
};
