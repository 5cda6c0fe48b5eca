import { kernels } from './kernel-catalogue';
import type { KernelId } from './kernel-catalogue';

/** What there is to compute: `chunks` equal pieces. */
export interface Computation {
  readonly kernel?: KernelId;
  /** Units of each piece. */
  readonly iterations: number;
  readonly chunks?: number;
  readonly seed: number;
}

/** 2^32 divided by the golden ratio: seeds of neighbouring pieces lie far apart (Weyl sequence). */
const seedStep = 0x9e3779b9;

/** One piece of a computation. Piece 0 has the seed of the task, so that a task of one piece gives what the kernel gives. */
export function runPiece({ kernel = 'knead', iterations, seed }: Computation, piece: number): number {
  return kernels[kernel].run(iterations, (seed + Math.imul(piece, seedStep)) >>> 0);
}

/** One step of FNV-1a over 32-bit words: the same pieces in another order give another checksum. */
export function combined(before: number, piece: number): number {
  return Math.imul(before ^ piece, 0x01000193) >>> 0;
}

/**
 * Executes the pieces one after the other; the checksum is that of piece 0, with each further one mixed in.
 * @param between called between two pieces; may throw to end the computation
 * @returns an unsigned 32-bit checksum
 */
export function compute(work: Computation, between?: () => void): number {
  let checksum = runPiece(work, 0);
  for (let piece = 1; piece < (work.chunks ?? 1); piece++) {
    between?.();
    checksum = combined(checksum, runPiece(work, piece));
  }
  return checksum;
}
