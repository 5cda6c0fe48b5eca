import { setTimeout as timer } from 'node:timers/promises';
import type { TimerStep } from '@core/protocol/step';
import { wholeMilliseconds } from './whole-milliseconds';
import type { Marks, Workload } from './workload';

/** A word of memory that a blocked thread waits on; nobody ever wakes it, the time-out does. */
const stove = new Int32Array(new SharedArrayBuffer(4));

/** Waits: blocked on shared memory, or with a timer while the thread is free. */
export const timerWorkload: Workload<TimerStep> = {
  sync({ durationMs }, marks) {
    block(durationMs, marks);
    return null;
  },
  async async({ durationMs, blocks }, marks) {
    if (blocks) {
      block(durationMs, marks);
      marks.busy();
      return null;
    }
    const waitMs = wholeMilliseconds(durationMs);
    // Even a timer of 0 would take a millisecond.
    if (waitMs === 0) return null;
    const over = timer(waitMs);
    marks.idle();
    await over;
    marks.busy();
    return null;
  },
};

function block(durationMs: number, marks: Marks): void {
  marks.blocked();
  Atomics.wait(stove, 0, 0, wholeMilliseconds(durationMs));
}
