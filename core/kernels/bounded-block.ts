import { knead } from './knead';

/** What a bounded block came to. */
export interface BoundedBlock {
  /** Iterations that were done: all that were asked for, unless the limit came first. */
  readonly iterations: number;
  readonly checksum: number;
  /** True if the limit ended it before all pieces were done. */
  readonly wasCut: boolean;
  /** From the first piece to the end of the last, by the given clock, in ms. */
  readonly blockedMs: number;
}

/**
 * Blocks the calling thread by counted work: `iterations` of `knead`, cut into `pieces`. Between two pieces the clock is
 * read, and once `limitMs` have passed the rest is left out: a safety stop, so that a wrong calibration or a crowded
 * machine cannot block for ever. It overshoots the limit by at most one piece.
 * @param iterations a whole number >= 0
 * @param pieces a whole number >= 1
 * @param elapsedMs a monotonic clock in ms; its origin does not matter
 */
export function kneadBounded(
  iterations: number,
  pieces: number,
  seed: number,
  elapsedMs: () => number,
  limitMs: number,
): BoundedBlock {
  const work = kneadPieces(iterations, pieces, seed, elapsedMs, limitMs);
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

/**
 * The same work in an async function that awaits after every piece. Each promise is settled already, so the function goes on
 * before its thread does anything else: no frame, no key, no message in between.
 */
export async function kneadBoundedAsync(...work: Parameters<typeof kneadBounded>): Promise<BoundedBlock> {
  const pieces = kneadPieces(...work);
  let step = pieces.next();
  while (!step.done) {
    await Promise.resolve();
    step = pieces.next();
  }
  return step.value;
}

function* kneadPieces(
  iterations: number,
  pieces: number,
  seed: number,
  elapsedMs: () => number,
  limitMs: number,
): Generator<undefined, BoundedBlock, undefined> {
  const startMs = elapsedMs();
  let done = 0;
  let checksum = seed >>> 0;
  let blockedMs = 0;
  for (let piece = 1; piece <= pieces; piece++) {
    const until = Math.round((iterations * piece) / pieces);
    checksum = knead(until - done, checksum);
    done = until;
    blockedMs = elapsedMs() - startMs;
    if (blockedMs >= limitMs) break;
    yield;
  }
  return { iterations: done, checksum, wasCut: done < iterations, blockedMs };
}

/** The work by which the speed is found, and what is done unmeasured before, so that it is compiled. */
const trials = 6;
const trialIterations = 1_000_000;
const warmUpIterations = 500_000;

/**
 * About how many iterations of `knead` take `wantedMs` on this thread if it has a core for itself. A rough figure without
 * an interval: the shortest of six trials of a few milliseconds, because other work can only lengthen one. At least one.
 */
export function iterationsFor(wantedMs: number, elapsedMs: () => number): number {
  const seed = knead(warmUpIterations, 1);
  let shortestMs = Number.POSITIVE_INFINITY;
  for (let trial = 0; trial < trials; trial++) {
    const startMs = elapsedMs();
    knead(trialIterations, seed + trial);
    shortestMs = Math.min(shortestMs, elapsedMs() - startMs);
  }
  return Math.max(1, Math.round((trialIterations / Math.max(0.01, shortestMs)) * wantedMs));
}

/** The stress buttons: about 2 s of work in 200 pieces, never more than 3 s (and one piece). */
export const stress = { wantedMs: 2_000, pieces: 200, limitMs: 3_000 } as const;

/** Blocks the calling thread for about 2 s, at most 3 s. The clock is monotonic, in ms. */
export function blockForStress(elapsedMs: () => number): BoundedBlock {
  const iterations = iterationsFor(stress.wantedMs, elapsedMs);
  return kneadBounded(iterations, stress.pieces, 1, elapsedMs, stress.limitMs);
}
