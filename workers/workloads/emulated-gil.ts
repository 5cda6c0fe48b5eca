import { knead } from '@core/kernels/knead';
import { gilWords } from '@core/protocol/shared-words';
import type { LockedStep } from '@core/protocol/step';
import { createThreadpoolWorkload } from './threadpool';
import { timerWorkload } from './timer';
import type { Marks, Workload, Workplace } from './workload';

const { taken, asked, turns } = gilWords;
/** How long a waiter waits before it asks the owner to give way, as `sys.getswitchinterval()` in CPython. Milliseconds. */
const switchIntervalMs = 5;
/** Between two pieces of a computation of so many iterations it is looked whether somebody asks: some tens of microseconds. */
const pieceIterations = 20_000;

/**
 * One lock as CPython has it (`Python/ceval_gil.c`): who waits for it asks for it after 5 ms, the owner gives way between two
 * pieces and waits until another thread has had it.
 */
export interface EmulatedGil {
  acquire(): void;
  release(): void;
  /** Whether somebody asked for it. */
  isAsked(): boolean;
  /** Gives way, and has it again once another thread has had it. */
  giveWay(): void;
}

/** @param memory shared by all threads that have the lock in common: at least 12 bytes of zeros */
export function createEmulatedGil(memory: SharedArrayBuffer): EmulatedGil {
  const state = new Int32Array(memory, 0, 3);

  function acquire(): void {
    while (Atomics.compareExchange(state, taken, 0, 1) !== 0) {
      const before = Atomics.load(state, turns);
      const woken = Atomics.wait(state, taken, 1, switchIntervalMs);
      // Asked for only where nobody has had it meanwhile: a new owner has its own 5 ms.
      if (woken === 'timed-out' && Atomics.load(state, turns) === before) Atomics.store(state, asked, 1);
    }
    Atomics.add(state, turns, 1);
    Atomics.store(state, asked, 0);
    Atomics.notify(state, turns);
  }

  function release(): void {
    Atomics.store(state, taken, 0);
    Atomics.notify(state, taken, 1);
  }

  return {
    acquire,
    release,
    isAsked: () => Atomics.load(state, asked) !== 0,
    giveWay() {
      const own = Atomics.load(state, turns);
      release();
      // Whoever asked has it first. Should it have gone meanwhile, nobody waits for ever.
      Atomics.wait(state, turns, own, switchIntervalMs);
      acquire();
    },
  };
}

/** Steps under the lock that all threads of the condition share: computing holds it, waiting and the routine in C release it. */
export function createLockedWorkload({ shared }: Pick<Workplace, 'shared'>): Workload<LockedStep> {
  const pool = createThreadpoolWorkload();
  let gil: EmulatedGil | undefined;

  function lock(): EmulatedGil {
    if (!shared) throw new RangeError('The condition has no memory in common for its lock.');
    return (gil ??= createEmulatedGil(shared));
  }

  function take(marks: Marks): void {
    marks.blocked('lock');
    lock().acquire();
    marks.busy();
  }

  function kneadInPieces(iterations: number, seed: number, marks: Marks): number {
    let x = seed;
    for (let done = 0; done < iterations; done += pieceIterations) {
      x = knead(Math.min(pieceIterations, iterations - done), x);
      const isLast = done + pieceIterations >= iterations;
      if (isLast || !lock().isAsked()) continue;
      marks.blocked('lock');
      lock().giveWay();
      marks.busy();
    }
    return x >>> 0;
  }

  /** Does what needs no lock, and has the lock again in any case. */
  function released(work: () => number | null, marks: Marks): number | null {
    lock().release();
    try {
      return work();
    } finally {
      take(marks);
    }
  }

  function sync({ locked }: LockedStep, marks: Marks): number | null {
    take(marks);
    try {
      if (locked.kind === 'compute') return kneadInPieces(locked.iterations, locked.seed, marks);
      if (locked.kind === 'wait') return released(() => timerWorkload.sync(locked, marks), marks);
      return released(() => pool.sync(locked, marks), marks);
    } finally {
      lock().release();
    }
  }

  return { sync, async: (step, marks) => Promise.resolve(sync(step, marks)) };
}
