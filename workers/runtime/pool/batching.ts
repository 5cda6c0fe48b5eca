// How much a worker is given at once. A message costs both sides tens of microseconds, and on a busy machine the way back
// takes a core from a worker, so tiny tasks share one; a long task never waits behind another while a worker is free.

/** Tasks that cost more than this are sent only to a worker that can begin them, in milliseconds. */
const aheadBelowMs = 2;
/**
 * Work sent ahead to a worker, so that it need not wait for the next message, in milliseconds. Where all cores compute, the
 * pool gets one back only when the system takes it from somebody: after up to a tick of 4 ms on Linux.
 */
const aheadMs = 4;
/**
 * Work in one message, in milliseconds. Whoever it wakes may be given the pool's own core; the others then get their first
 * task only after it. For 24 tasks to two processes on two cores, handing out pays from 0.026 ms a task on with such messages,
 * from 0.055 ms with messages of 0.4 ms, from 0.088 ms with one message each.
 */
const messageMs = 0.1;
const largestBatch = 512;
/** A message that takes longer than this to send is mostly memory being copied, in milliseconds. */
const bulkyMs = 0.2;
/** How much of the way to a new observation the estimates move. */
const weights = { longer: 0.5, shorter: 0.25 };

export interface Situation {
  /** Tasks sent and not answered. */
  readonly inFlight: number;
  /** How many the worker may be busy with. */
  readonly atOnce: number;
  /** What a task costs the worker at present, in milliseconds; NaN when nothing is known yet. */
  readonly costMs: number;
  /** What sending one costs the pool, in milliseconds; NaN when nothing is known yet. */
  readonly sendingMs: number;
  /** Tasks waiting, at least 1. */
  readonly queued: number;
  /** The worker's part of all tasks that wait or are under way. */
  readonly share: number;
}

/**
 * How many tasks to send to a worker in one message now; 0 when it has enough. Short tasks: 0.1 ms of them in a message, and
 * 4 ms ahead, but never beyond a worker's share of what is unanswered, so that all end together. Long ones: one by one to a
 * worker that is free. Of bulky ones a single one ahead: the copy before it is then read and freed, and its warm memory takes
 * the next (16 x 4 MiB to two threads: 1.4 ms each with more ahead, 0.8 ms so).
 */
export function roomFor({ inFlight, atOnce, costMs, sendingMs, queued, share }: Situation): number {
  const one = inFlight < atOnce ? 1 : 0;
  if (!(costMs <= aheadBelowMs) || sendingMs > aheadBelowMs) return one;
  if (sendingMs > bulkyMs) return inFlight <= atOnce ? 1 : 0;
  const most = atOnce - 1 + Math.min(2 * largestBatch, Math.ceil(aheadMs / costMs), share);
  return Math.max(one, Math.min(largestBatch, Math.ceil(messageMs / costMs), most - inFlight, queued));
}

/** What a task costs after `tasks` more took this long on average: longer ones count at once, shorter ones slowly. */
export function updatedCost(costMs: number, observedMs: number, tasks: number): number {
  if (Number.isNaN(costMs)) return observedMs;
  const weight = observedMs > costMs ? weights.longer : weights.shorter;
  return costMs + (observedMs - costMs) * (1 - (1 - weight) ** tasks);
}

/**
 * An overhead after one more observation: a shorter one is believed, because chance (another program's turn on the core)
 * only ever adds; longer ones count slowly.
 */
export function updatedOverhead(knownMs: number, observedMs: number): number {
  if (!(observedMs >= knownMs)) return Math.max(0, observedMs);
  return knownMs + (observedMs - knownMs) * weights.shorter;
}
