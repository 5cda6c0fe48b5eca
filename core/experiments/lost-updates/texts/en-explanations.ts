/**
 * Explanations of `lost-updates`: part, condition, baseline (or measure, about one condition alone), finding. The headline is
 * the time of one trial, so `{plainRatio}` is a ratio of such times. Every text must hold on any machine.
 */
const level = (expected: string, otherwise: string) => ({ 'as-expected': expected, opposite: otherwise });

const beside = 'One trial took {conditionTotal}, against {baselineTotal}: time ratio {plainRatio}.';

const open = (why: string) => ({
  measured: `${beside} ${why}`,
  'no-difference': `One trial took {conditionTotal}, against {baselineTotal}: {noDifference}, time ratio {plainRatio} with noise up to {floor}x. ${why}`,
});

const notFaster = (why: string) => ({
  'as-expected': `${beside} ${why}`,
  opposite: `${beside} That is less. Theory says no less, because there is more to do for each update. Look at the warnings for other load.`,
});

const none = (why: string) =>
  level(
    `In a typical round {value} updates were lost. ${why}`,
    'In a typical round {value} updates were lost. Theory says none. If this comes again, the protection is broken: please report it.',
  );

export const lostUpdatesExplanations = {
  threads: {
    unprotected: {
      atomics: open(
        'An unprotected update is three steps: read, add, write. Nobody waits for anybody, and that is just why some of them are lost. A fast wrong answer is no gain.',
      ),
      'lossy-trials': level(
        'In {value} of the trials at least one update was lost, more than {threshold}. Both threads read the same value, both add one, both write the same result. One of the two updates is gone, and nothing reports it.',
        'In {value} of the trials at least one update was lost, less than {threshold}. Two threads must overlap for that. Where another program holds a core, they take turns: look at the warnings. The program is as wrong as before.',
      ),
    },
    atomics: {
      'lost-updates': none(
        'Atomics.add reads, adds and writes in one step that no other thread can divide. The processor sees to that.',
      ),
    },
    mutex: {
      atomics: open(
        'A mutex lets one thread at a time into the three steps. Taking it and giving it back are atomic operations too. Where two threads meet, one of them sleeps or tries again.',
      ),
      'lost-updates': none(
        'While one thread has the mutex, the other cannot read. So nobody reads a value that is about to change.',
      ),
    },
    owner: {
      atomics: notFaster(
        'Each update is a message: it is copied, and the event loop of the owner takes it. In return only one thread has the counter, and there is nothing to lock.',
      ),
      'lost-updates': none(
        'One thread has the counter. It takes one message after the other, and no other thread can reach it.',
      ),
    },
  },
  await: {
    'across-await': {
      'one-step': open(
        'Both functions await once for each update. The one difference is what stands between reading and writing.',
      ),
      'lost-share': level(
        'Of all updates {value} were lost, on a single thread. Both functions read the same value. Each then gives the other its turn, and both write the same result. They take turns strictly, so of every two updates exactly one is lost, each time.',
        'Of all updates {value} were lost, less than {threshold}. Theory says exactly half, because the two functions take turns strictly.',
      ),
    },
    'one-step': {
      'lost-updates': none(
        'Between reading and writing there is no await. On one thread nothing else can run there: the step is never interrupted.',
      ),
    },
    'promise-lock': {
      'one-step': notFaster(
        'A chain of promises lets one function at a time into the update. It awaits inside the update and is still right. It pays for that with more promises.',
      ),
      'lost-updates': none(
        'Whoever wants the counter queues behind a promise. The next begins when the update before is over, with all that it awaits.',
      ),
    },
  },
  recorded: {
    'recorded-unprotected': {
      'recorded-mutex': open(
        'Here every thread wrote down what it read and wrote. Writing it down takes time as well, so these threads meet less often than those that are not recorded.',
      ),
    },
    'recorded-mutex': {
      'lost-updates': none(
        'No update was lost in a typical round. Where every value is read exactly once, the values prove the whole order, without any clock.',
      ),
    },
  },
} as const;
