import { kneading, sizing } from '../../../code/pieces';
import { joined, source } from '../../../code/source';
import type { ConditionSnippet, ExperimentCode } from '../../../code/types';

const locking = source(
  `
// A lock in one word of shared memory: 0 is free, 1 held.
const lockOf = (words, at) => ({
  lock: (ms = Infinity) => {
    const until = performance.now() + ms;
    while (Atomics.compareExchange(words, at, 0, 1) !== 0) {
      const left = until - performance.now();
      if (left <= 0) return false;
      Atomics.wait(words, at, 1, left); // sleeps until it is free
    }
    return true;
  },
  unlock: () => {
    Atomics.store(words, at, 0);
    Atomics.notify(words, at, 1);
  },
});
const words = new Int32Array(new SharedArrayBuffer(64));
const seat = 0; // 0 to 3: each thread has another one
const work = (ms) => compute({ iterations: iterationsFor(ms), seed: 1 });`,
  `
import threading
seat = 0  # 0 to 3: each thread has another one
work = lambda ms: compute({"iterations": iterations_for(ms), "seed": 1})`,
);

function sectionsUnder(condition: string, javascript: string, python: string): ConditionSnippet {
  return {
    conditions: [condition],
    heart: javascript,
    ...source(
      `
// In each thread; all have the same words.
${javascript}
for (let section = 0; section < 60; section++) {
  mutex.lock();
  work({sectionMs});
  mutex.unlock();
}`,
      `
${python}
for _ in range(60):
    with mutex:  # waits until it is free, and gives it back
        work({sectionMs})`,
    ),
  };
}

/** Computing under one lock or several, and taking two. */
export const code: ExperimentCode = {
  beside: ['naive', 'ordered'],
  given: joined(kneading, sizing, locking),
  snippets: [
    sectionsUnder(
      'one-lock',
      'const mutex = lockOf(words, 0); // the same for all',
      'mutex = threading.Lock()  # the same for all threads',
    ),
    sectionsUnder(
      'own-locks',
      'const mutex = lockOf(words, seat); // nobody else takes it',
      'mutex = threading.Lock()  # one for each thread',
    ),
    {
      conditions: ['naive'],
      heart: 'const [first, second] = [seat, (seat + 1) % 4]; // left first',
      ...source(
        `
const [first, second] = [seat, (seat + 1) % 4]; // left first
const [one, other] = [lockOf(words, first), lockOf(words, second)];
work({thinkMs});
one.lock();
work({reachMs});
other.lock(); // all four may stand here, for ever
work({eatMs});
other.unlock();
one.unlock();`,
        `
forks = [threading.Lock() for _ in range(4)]  # shared by all
first, second = seat, (seat + 1) % 4  # left first
work({thinkMs})
with forks[first]:
    work({reachMs})
    with forks[second]:  # all four may stand here, for ever
        work({eatMs})`,
      ),
    },
    {
      conditions: ['time-out'],
      ...source(
        `
const [first, second] = [seat, (seat + 1) % 4];
const [one, other] = [lockOf(words, first), lockOf(words, second)];
for (let eaten = false; !eaten; one.unlock()) {
  work({thinkMs});
  one.lock();
  work({reachMs});
  eaten = other.lock(3); // not within 3 ms: puts the first one back
  if (eaten) work({eatMs});
  if (eaten) other.unlock();
}`,
        `
forks = [threading.Lock() for _ in range(4)]  # shared by all
first, second = forks[seat], forks[(seat + 1) % 4]
eaten = False
while not eaten:
    work({thinkMs})
    with first:
        work({reachMs})
        eaten = second.acquire(timeout=0.003)  # else begins anew
        if eaten:
            work({eatMs})
            second.release()`,
      ),
    },
    {
      conditions: ['ordered'],
      heart: 'const [first, second] = [seat, (seat + 1) % 4].sort(); // lower first',
      ...source(
        `
const [first, second] = [seat, (seat + 1) % 4].sort(); // lower first
const [one, other] = [lockOf(words, first), lockOf(words, second)];
work({thinkMs});
one.lock();
work({reachMs});
other.lock(); // no circle can close
work({eatMs});
other.unlock();
one.unlock();`,
        `
forks = [threading.Lock() for _ in range(4)]  # shared by all
first, second = sorted([seat, (seat + 1) % 4])  # lower first
work({thinkMs})
with forks[first]:
    work({reachMs})
    with forks[second]:  # no circle can close
        work({eatMs})`,
      ),
    },
  ],
};
