import type { RunState } from '@core/ipc/payloads';
import type { RunProgress } from '@core/record/events';
import type { RunPlan } from '@core/record/plan';
import type { RunId } from '@core/record/schema-parts';

/** Turns a run's progress into the state that is shown: elapsed time, and time left by the rate of cells so far. */
export interface ProgressTracker {
  progress(progress: RunProgress): void;
  /** Shows that all cells are measured and the intervals are being computed. */
  analysing(): void;
}

/** @param show called with every new state */
export function createProgressTracker(id: RunId, plan: RunPlan, show: (state: RunState) => void): ProgressTracker {
  const startedMs = performance.now();
  let firstCell: { readonly atMs: number; readonly done: number } | undefined;
  let last: RunProgress | undefined;

  function progress(now: RunProgress): void {
    last = now;
    const atMs = performance.now();
    if (now.done > 0) firstCell ??= { atMs, done: now.done };
    const elapsedSeconds = (atMs - startedMs) / 1000;
    show({ phase: 'running', id, plan, progress: now, elapsedSeconds, remainingSeconds: remaining(now, atMs) });
  }

  function remaining(now: RunProgress, atMs: number): number | null {
    if (!firstCell || now.done <= firstCell.done) return null;
    const perCellMs = (atMs - firstCell.atMs) / (now.done - firstCell.done);
    return ((now.planned - now.done) * perCellMs) / 1000;
  }

  return {
    progress,
    analysing() {
      if (last) progress({ ...last, phase: 'analysing', done: last.planned });
    },
  };
}
