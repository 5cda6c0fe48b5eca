import type { PoolOptions } from './pool-types';

/** Options as the pool works with them. */
export type ResolvedPoolOptions<Task, Answer> = Required<Omit<PoolOptions<Task, Answer>, 'onAnswered' | 'now'>> &
  Pick<PoolOptions<Task, Answer>, 'onAnswered' | 'now'>;

const longestTimerMs = 2 ** 31 - 1;

/** Fills in what is left out. @throws RangeError or TypeError that names the option and what it may be */
export function resolvePoolOptions<Task, Answer>(given: PoolOptions<Task, Answer>): ResolvedPoolOptions<Task, Answer> {
  const resolved = {
    ...given,
    inFlightPerWorker: given.inFlightPerWorker ?? 1,
    start: given.start ?? 'warm',
    taskTimeoutMs: given.taskTimeoutMs ?? Infinity,
    whenLost: given.whenLost ?? 'replace',
    batch: given.batch ?? 'adaptive',
  } as const;
  wholeNumber('workers', given.workers, 1024);
  wholeNumber('inFlightPerWorker', resolved.inFlightPerWorker, 65_536);
  if (given.taskTimeoutMs !== undefined) checkTimeout('taskTimeoutMs', given.taskTimeoutMs);
  oneOf('start', resolved.start, ['warm', 'cold']);
  oneOf('whenLost', resolved.whenLost, ['replace', 'stop']);
  oneOf('batch', resolved.batch, ['adaptive', 'single']);
  for (const name of ['hire', 'now', 'onAnswered'] as const) {
    if (name !== 'hire' && given[name] === undefined) continue;
    if (typeof given[name] !== 'function') throw new TypeError(`${name} has to be a function.`);
  }
  return resolved;
}

/** @throws RangeError unless the time is one a timer can wait */
export function checkTimeout(name: string, ms: number): void {
  if (!(ms >= 1 && ms <= longestTimerMs)) {
    throw new RangeError(`${name} has to be 1 to ${longestTimerMs} milliseconds, not ${ms}.`);
  }
}

function wholeNumber(name: string, value: number, most: number): void {
  if (!Number.isInteger(value) || value < 1 || value > most) {
    throw new RangeError(`${name} has to be a whole number from 1 to ${most}, not ${value}.`);
  }
}

function oneOf(name: string, value: string, allowed: readonly string[]): void {
  if (!allowed.includes(value)) throw new RangeError(`${name} has to be ${allowed.join(' or ')}, not "${value}".`);
}
