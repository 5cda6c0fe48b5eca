// How much a worker is given at once. A message costs both sides tens of microseconds, and on a busy machine the way back
// takes a core from a worker, so tiny tasks share one; a long task never waits behind another while a worker is free.

/** Tasks that cost more than this get a message of their own, in milliseconds. */
export const tinyMs = 0.4;
/** Tasks that cost more than this are sent only to a worker that can begin them. */
const aheadBelowMs = 2;
/** Work sent ahead to a worker, so that it need not wait for the next message: two trips' worth, within these bounds. */
const aheadMs = { least: 0.4, most: 2, trips: 2 };
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
  /** How long an idle worker's answer takes beyond the work itself, in milliseconds; NaN when nothing is known yet. */
  readonly tripMs: number;
  /** Tasks waiting, and workers to share them. */
  readonly queued: number;
  readonly workers: number;
}

/**
 * How many tasks to send to a worker in one message now; 0 when it has enough. Tiny tasks: as many as are worth two trips,
 * and a second such message while the first is worked on. Short tasks: one by one, ahead by as much work. Others: one by
 * one to a worker that is free. Of bulky ones a single one ahead: the copy before it is then read and freed, and its warm
 * memory takes the next (16 x 4 MiB to two threads: 1.4 ms each with more ahead, 0.8 ms so). Never more than a worker's share of the queue, so that all end together.
 */
export function roomFor({ inFlight, atOnce, costMs, sendingMs, tripMs, queued, workers }: Situation): number {
  const one = inFlight < atOnce ? 1 : 0;
  if (!(costMs <= aheadBelowMs) || sendingMs > aheadBelowMs) return one;
  if (sendingMs > bulkyMs) return inFlight <= atOnce ? 1 : 0;
  const share = Math.ceil(queued / workers);
  const wantedMs = Math.min(aheadMs.most, Math.max(aheadMs.least, aheadMs.trips * (tripMs || 0)));
  const worth = Math.ceil(wantedMs / costMs);
  if (costMs > tinyMs) return inFlight < atOnce - 1 + Math.min(1 + worth, share) ? 1 : one;
  const batch = Math.min(largestBatch, worth, share);
  return inFlight <= batch ? batch : one;
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
