import { glimpseOf } from '@core/analysis/cell-glimpse';
import type { RunState } from '@core/ipc/payloads';
import type { CellRecord, RunProgress } from '@core/record/events';
import type { RunPlan } from '@core/record/plan';
import type { RunId } from '@core/record/schema-parts';

/** Turns a run's progress into the state that is shown: elapsed time, and time left by the rate of cells so far. */
export interface ProgressTracker {
  progress(progress: RunProgress): void;
  /** A cell is finished: it is shown with the progress that follows it, before the next cell is timed. */
  finished(cell: CellRecord): void;
  /** Shows that all cells are measured and the intervals are being computed. */
  analysing(): void;
}

/** Between two finished cells that are shown, in ms: what the window draws while a cell is timed must stay little. */
const glimpseEveryMs = 500;

/**
 * @param show called with every new state
 * @param showsCells whether finished cells are shown at all: not where the window's frames are measured
 */
export function createProgressTracker(
  id: RunId,
  plan: RunPlan,
  showsCells: boolean,
  show: (state: RunState) => void,
): ProgressTracker {
  const startedMs = performance.now();
  let firstCell: { readonly atMs: number; readonly done: number } | undefined;
  let last: RunProgress | undefined;
  let finished: CellRecord | undefined;
  let shownMs = Number.NEGATIVE_INFINITY;

  function progress(now: RunProgress): void {
    last = now;
    const atMs = performance.now();
    if (now.done > 0) firstCell ??= { atMs, done: now.done };
    const elapsedSeconds = (atMs - startedMs) / 1000;
    const glimpse = finished && { finished: glimpseOf(finished) };
    finished = undefined;
    show({
      phase: 'running',
      id,
      plan,
      progress: now,
      elapsedSeconds,
      remainingSeconds: remaining(now, atMs),
      ...glimpse,
    });
  }

  /** Reduced only when it is shown: most cells of short tasks never are. */
  function keep(cell: CellRecord): void {
    const nowMs = performance.now();
    if (!showsCells || nowMs - shownMs < glimpseEveryMs) return;
    shownMs = nowMs;
    finished = cell;
  }

  function remaining(now: RunProgress, atMs: number): number | null {
    if (!firstCell || now.done <= firstCell.done) return null;
    const perCellMs = (atMs - firstCell.atMs) / (now.done - firstCell.done);
    return ((now.planned - now.done) * perCellMs) / 1000;
  }

  return {
    progress,
    finished: keep,
    analysing() {
      if (last) progress({ ...last, phase: 'analysing', done: last.planned });
    },
  };
}
