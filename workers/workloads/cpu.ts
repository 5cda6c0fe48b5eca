import { setImmediate as turn } from 'node:timers/promises';
import { kernels } from '@core/kernels/kernel-catalogue';
import type { KernelId } from '@core/kernels/kernel-catalogue';
import type { ComputeStep } from './step';
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

/**
 * The same pieces, with a turn of the event loop (`setImmediate`) between any two: the loop serves whatever else is due.
 * @param turns called before and after each turn
 * @returns the same checksum
 */
export async function computeInTurns(
  work: Computation,
  turns: { readonly idle: () => void; readonly busy: () => void },
): Promise<number> {
  let checksum = runPiece(work, 0);
  for (let piece = 1; piece < (work.chunks ?? 1); piece++) {
    turns.idle();
    await turn();
    turns.busy();
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
    return yields ? computeInTurns(step, marks) : compute(step);
  },
};
