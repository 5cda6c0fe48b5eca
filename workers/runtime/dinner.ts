import { cycleOf, type WaitFor } from '@core/analysis/wait-for-graph';
import { knead } from '@core/kernels/knead';
import { wordStride } from '@core/protocol/shared-words';
import type { DineStep } from '@core/protocol/step';
import { createBarrier, type BarrierOptions } from './barrier';
import { createMutex, type MutexOptions } from './mutex';

/** A philosopher's place and work, as its step says it. */
export type DinnerOptions = Pick<
  DineStep,
  'seat' | 'seats' | 'rule' | 'meals' | 'thinkUnits' | 'reachUnits' | 'eatUnits' | 'patienceMs'
>;

/** What a philosopher saw of one dinner. */
export interface DinnerNotes {
  readonly meals: number;
  /** How often the left fork was put back because the right one did not come in time. */
  readonly putBack: number;
  /** The cycle of waits, told by whoever found it. */
  readonly cycle?: readonly WaitFor[];
}

export interface TablePlace {
  /** One dinner, with all others at the table. Blocks this thread. */
  dine(seed: number): DinnerNotes;
}

/** How long a philosopher waits for a fork before it looks who waits for whom, in milliseconds. */
const lookAfterMs = 2;

/** One word for each fork (its lock, who holds it) or for each seat (what it waits for, how often it changed something). */
const rows = { locks: 0, holders: 1, waits: 2, changes: 3 } as const;

/** How long a philosopher looks whether the others sit before it sleeps, in milliseconds: whoever looks keeps a core from them. */
const looksMs = 0.1;

/**
 * A place at a table in shared memory, which is all zero at first. Each place is for one thread.
 * @param hooks called around the waits for a fork
 * @param meetHooks called around the wait for the others, before each dinner
 */
export function createPlace(
  memory: SharedArrayBuffer,
  options: DinnerOptions,
  hooks: MutexOptions = {},
  meetHooks: Pick<BarrierOptions, 'onSleep' | 'onWake'> = {},
): TablePlace {
  const { seat, seats, rule, meals, thinkUnits, reachUnits, eatUnits, patienceMs } = options;
  const words = new Int32Array(memory);
  const at = (row: number, column: number): number => wordStride * (row * seats + column);
  /** Where all meet before a dinner, and the last dinner that was found deadlocked; they are numbered from 1. */
  const [meeting, deadlocked] = [at(4, 0), at(4, 1)];
  const meet = createBarrier(words, meeting, seats, { looksMs, ...meetHooks });
  const forks = Array.from({ length: seats }, (_, fork) => createMutex(words, at(rows.locks, fork), hooks));
  const [left, right] = [seat, (seat + 1) % seats];
  const [first, second] = rule === 'ordered' && right < left ? [right, left] : [left, right];
  let dinner = 0;

  /** Every change of what a philosopher has or wants is between two steps of its counter: an odd one says "changing". */
  function change(row: number, column: number, value: number): void {
    Atomics.add(words, at(rows.changes, seat), 1);
    Atomics.store(words, at(row, column), value);
    Atomics.add(words, at(rows.changes, seat), 1);
  }

  /** All waits of one moment; undefined if somebody changed something meanwhile. */
  function snapshot(): readonly WaitFor[] | undefined {
    const counters = (): string =>
      Array.from({ length: seats }, (_, who) => Atomics.load(words, at(rows.changes, who))).join();
    const before = counters();
    if (before.split(',').some((counter) => Number(counter) % 2 !== 0)) return undefined;
    const found = Array.from({ length: seats }, (_, who): WaitFor[] => {
      const lock = Atomics.load(words, at(rows.waits, who)) - 1;
      const heldBy = lock < 0 ? -1 : Atomics.load(words, at(rows.holders, lock)) - 1;
      return heldBy < 0 ? [] : [{ who, lock, heldBy }];
    }).flat();
    return counters() === before ? found : undefined;
  }

  const isOver = (): boolean => Atomics.load(words, deadlocked) === dinner;

  function findCycle(): readonly WaitFor[] | undefined {
    const before = Atomics.load(words, deadlocked);
    const cycle = cycleOf(snapshot() ?? []);
    // One of them tells; the others only hear that the dinner is over.
    if (!cycle || before === dinner) return undefined;
    return Atomics.compareExchange(words, deadlocked, before, dinner) === before ? cycle : undefined;
  }

  type Taken = { readonly had: boolean; readonly cycle?: readonly WaitFor[] };

  /** Waits for a fork until it is had, the dinner is over, or (with a limit) the time is. */
  function take(fork: number, limitMs: number): Taken {
    change(rows.waits, seat, fork + 1);
    const untilMs = performance.now() + limitMs;
    let cycle: readonly WaitFor[] | undefined;
    let had = false;
    while (!isOver()) {
      had = forks[fork]?.lock(Math.min(lookAfterMs, Math.max(0, untilMs - performance.now()))) ?? false;
      if (had) break;
      if (performance.now() >= untilMs) break;
      // Where everybody gives up in time nobody waits for ever, whatever the graph says at a moment.
      if (rule !== 'time-out') cycle = findCycle();
    }
    change(rows.waits, seat, 0);
    if (had) change(rows.holders, fork, seat + 1);
    return { had, ...(cycle && { cycle }) };
  }

  function putDown(fork: number): void {
    change(rows.holders, fork, 0);
    forks[fork]?.unlock();
  }

  return {
    dine(seed) {
      meet();
      dinner++;
      let [eaten, putBack, dough] = [0, 0, seed];
      let cycle: readonly WaitFor[] | undefined;
      while (eaten < meals && !isOver()) {
        dough = knead(thinkUnits, dough);
        const one = take(first, Infinity);
        if (!one.had) {
          cycle = one.cycle ?? cycle;
          break;
        }
        dough = knead(reachUnits, dough);
        const other = take(second, rule === 'time-out' ? patienceMs : Infinity);
        if (other.had) {
          dough = knead(eatUnits, dough);
          eaten++;
          putDown(second);
        } else {
          cycle = other.cycle ?? cycle;
          if (rule === 'time-out') putBack++;
        }
        putDown(first);
      }
      return { meals: eaten, putBack, ...(cycle && { cycle }) };
    },
  };
}
