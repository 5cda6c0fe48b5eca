import { setImmediate as turn } from 'node:timers/promises';
import { combined, compute, runPiece } from '@core/kernels/compute';
import type { Computation } from '@core/kernels/compute';
import type { ComputeStep } from './step';
import type { Workload } from './workload';

export { compute } from '@core/kernels/compute';

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
