import { combined, compute, runPiece } from '@core/kernels/compute';
import type { Computation } from '@core/kernels/compute';
import type { ComputeStep, YieldWay } from '@core/protocol/step';
import type { Workload } from './workload';

export { compute } from '@core/kernels/compute';

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
