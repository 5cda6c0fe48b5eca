/**
 * Every order in which the instructions of several threads can follow each other, each executed on a model of shared memory. All
 * instructions are indivisible, and all threads see one order of them (sequential consistency).
 */

/** One instruction of a thread that has one register; all threads share one counter and one lock. */
export type Instruction = 'load' | 'add' | 'store' | 'lock' | 'unlock';

/** What each thread executes, in its own order. */
export type Program = readonly (readonly Instruction[])[];

/** An outcome with how many schedules lead to it, and one of them: which thread has each turn. */
export interface Outcome {
  readonly counter: number;
  readonly schedules: number;
  readonly example: readonly number[];
}

export interface Enumeration {
  /** Complete schedules. */
  readonly schedules: number;
  /** Schedules after which somebody waits for a lock for ever. */
  readonly stuck: number;
  /** Ascending by the counter. */
  readonly outcomes: readonly Outcome[];
}

interface State {
  /** The next instruction of each thread. */
  readonly at: readonly number[];
  readonly registers: readonly number[];
  readonly counter: number;
  /** Who has the lock; null: nobody. */
  readonly holder: number | null;
}

/** One schedule from its first turn to its last: which thread has each of them. */
export interface Schedule {
  readonly turns: readonly number[];
  /** What the counter holds in the end; null: somebody waits for a lock for ever. */
  readonly counter: number | null;
}

/**
 * Every schedule, the one in which the first thread goes first whenever it can before all others. What grows is their number:
 * (a + b)! / (a! b!) for two threads of a and b instructions that never wait.
 * @throws RangeError if a thread gives back a lock that it does not have
 */
export function* schedulesOf(program: Program): Generator<Schedule> {
  function* follow(state: State, turns: readonly number[]): Generator<Schedule> {
    const unfinished = program.flatMap((own, thread) => ((state.at[thread] ?? 0) < own.length ? [thread] : []));
    const able = unfinished.filter((thread) => canGoOn(program, state, thread));
    if (able.length === 0) yield { turns, counter: unfinished.length === 0 ? state.counter : null };
    for (const thread of able) yield* follow(step(program, state, thread), [...turns, thread]);
  }
  yield* follow({ at: program.map(() => 0), registers: program.map(() => 0), counter: 0, holder: null }, []);
}

/**
 * Tries every schedule and counts to which outcomes they lead.
 * @throws RangeError if a thread gives back a lock that it does not have
 */
export function enumerate(program: Program): Enumeration {
  const found = new Map<number, { schedules: number; example: readonly number[] }>();
  let stuck = 0;
  for (const { turns, counter } of schedulesOf(program)) {
    const before = counter === null ? undefined : found.get(counter);
    if (counter === null) stuck++;
    else found.set(counter, { schedules: (before?.schedules ?? 0) + 1, example: before?.example ?? turns });
  }
  const outcomes = [...found].map(([counter, one]) => ({ counter, ...one })).sort((a, b) => a.counter - b.counter);
  return { schedules: outcomes.reduce((sum, { schedules }) => sum + schedules, 0), stuck, outcomes };
}

/** Whether a thread's next instruction can be executed now: only a lock that somebody has holds it up. */
function canGoOn(program: Program, { at, holder }: State, thread: number): boolean {
  return program[thread]?.[at[thread] ?? 0] !== 'lock' || holder === null;
}

function step(program: Program, state: State, thread: number): State {
  const instruction = program[thread]?.[state.at[thread] ?? 0];
  const at = state.at.map((place, one) => (one === thread ? place + 1 : place));
  const register = state.registers[thread] ?? 0;
  const withRegister = (value: number) => state.registers.map((own, one) => (one === thread ? value : own));
  switch (instruction) {
    case 'load':
      return { ...state, at, registers: withRegister(state.counter) };
    case 'add':
      return { ...state, at, registers: withRegister(register + 1) };
    case 'store':
      return { ...state, at, counter: register };
    case 'lock':
      return { ...state, at, holder: thread };
    case 'unlock':
      if (state.holder !== thread) throw new RangeError(`Thread ${thread} gives back a lock that it does not have.`);
      return { ...state, at, holder: null };
    case undefined:
      return state;
  }
}
