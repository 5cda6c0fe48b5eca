// How much a worker is given at once. A message costs about as much as ten thousand instructions, so tiny tasks share
// one; a long task never waits behind another while a worker is free.

/** Tasks that cost more than this get a message of their own, in milliseconds. */
export const tinyMs = 0.05;
/** Tasks that cost more than this are sent only to a worker that can begin them. */
const aheadBelowMs = 2;
/** Work sent ahead to a worker, so that it need not wait for the next message. */
const aheadMs = 0.4;
const largestBatch = 256;
/** Above: how fast the estimate follows tasks that became longer; below: those that became shorter. */
const weights = { longer: 0.5, shorter: 0.25 };

export interface Situation {
  /** Tasks sent and not answered. */
  readonly inFlight: number;
  /** How many the worker may be busy with. */
  readonly atOnce: number;
  /** What a task costs worker or pool at present, in milliseconds; NaN when nothing is known yet. */
  readonly costMs: number;
  /** Tasks waiting, and workers to share them. */
  readonly queued: number;
  readonly workers: number;
}

/**
 * How many tasks to send to a worker in one message now; 0 when it has enough. Tiny tasks: up to 256 worth 0.4 ms, and
 * a second such message while the first is worked on. Short tasks: one by one, ahead by 0.4 ms of work. Others: one by
 * one to a worker that is free. Never more than half a worker's share of the queue, so that all end together.
 */
export function roomFor({ inFlight, atOnce, costMs, queued, workers }: Situation): number {
  const one = inFlight < atOnce ? 1 : 0;
  if (!(costMs <= aheadBelowMs)) return one;
  const share = Math.ceil(queued / (2 * workers));
  const worth = Math.ceil(aheadMs / costMs);
  if (costMs > tinyMs) return inFlight < atOnce - 1 + Math.min(1 + worth, share) ? 1 : one;
  const batch = Math.min(largestBatch, worth, share);
  return inFlight <= batch ? batch : one;
}

/** The estimate of what a task costs after a message whose tasks cost this on average. */
export function updatedCost(costMs: number, observedMs: number): number {
  if (Number.isNaN(costMs)) return observedMs;
  return costMs + (observedMs - costMs) * (observedMs > costMs ? weights.longer : weights.shorter);
}
