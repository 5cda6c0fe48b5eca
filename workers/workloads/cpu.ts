import { kernels } from '@core/kernels/kernel-catalogue';
import type { KernelId } from '@core/kernels/kernel-catalogue';
import type { ComputeStep, YieldWay } from './step';
import type { Workload } from './workload';

/** What there is to compute: `chunks` equal pieces. */
export interface Computation {
  readonly kernel?: KernelId;
  readonly iterations: number;
  readonly chunks?: number;
  readonly seed: number;
}

/** 2^32 divided by the golden ratio: seeds of neighbouring pieces lie far apart (Weyl sequence). */
const seedStep = 0x9e3779b9;

function runPiece({ kernel = 'knead', iterations, seed }: Computation, piece: number): number {
  return kernels[kernel].run(iterations, (seed + Math.imul(piece, seedStep)) >>> 0);
}

/** One step of FNV-1a over 32-bit words: the same pieces in another order give another checksum. */
function combined(before: number, piece: number): number {
  return Math.imul(before ^ piece, 0x01000193) >>> 0;
}

/**
 * Executes the pieces one after the other. Piece 0 has the seed of the task, so that a task of one piece gives what the
 * kernel gives; the checksum is that of piece 0, with each further one mixed in.
 * @returns an unsigned 32-bit checksum
 */
export function compute(work: Computation): number {
  let checksum = runPiece(work, 0);
  for (let piece = 1; piece < (work.chunks ?? 1); piece++) checksum = combined(checksum, runPiece(work, piece));
  return checksum;
}

/** Settles when a piece of work that gave way in this manner has its turn again. */
const givingWay: Readonly<Record<YieldWay, () => Promise<void>>> = {
  promise: () => Promise.resolve(),
  'next-tick': () => new Promise((resolve) => process.nextTick(resolve)),
  immediate: () => new Promise((resolve) => setImmediate(resolve)),
  timeout: () => new Promise((resolve) => setTimeout(resolve, 0)),
};

/**
 * Whether the event loop goes on before the piece of work has its turn again. Callbacks of promises and of
 * `process.nextTick` are all done before the loop goes on, those that they add included.
 */
const lendsTheThread: Readonly<Record<YieldWay, boolean>> = {
  promise: false,
  'next-tick': false,
  immediate: true,
  timeout: true,
};

/**
 * The same pieces, giving way between any two. After `immediate` (the default) and `timeout` the loop has served whatever
 * else was due; after `promise` and `next-tick` it has not: the thread was never free, and `turns` is not called.
 * @param turns called before and after each turn of the loop
 * @returns the same checksum
 */
export async function computeInTurns(
  work: Computation,
  turns: { readonly idle: () => void; readonly busy: () => void },
  way: YieldWay = 'immediate',
): Promise<number> {
  const giveWay = givingWay[way];
  const lends = lendsTheThread[way];
  let checksum = runPiece(work, 0);
  for (let piece = 1; piece < (work.chunks ?? 1); piece++) {
    if (lends) turns.idle();
    await giveWay();
    if (lends) turns.busy();
    checksum = combined(checksum, runPiece(work, piece));
  }
  return checksum;
}

/** Counted work for the processor: asking for it asynchronously changes nothing unless it gives the loop its turns. */
export const cpuWorkload: Workload<ComputeStep> = {
  sync(step, marks) {
    marks.busy();
    return compute(step);
  },
  async async(step, marks, yields) {
    marks.busy();
    if (step.yields) return computeInTurns(step, marks, step.yields);
    return yields ? computeInTurns(step, marks) : compute(step);
  },
};
