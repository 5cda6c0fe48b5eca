import type { BlockedReason, Span } from '@core/record/events';
import type { WorkerState } from '@core/record/schema-parts';
import type { RunClock } from './clock';

/**
 * Records what one worker does as a chain of spans: each mark ends the span before it at the same instant, so the
 * spans cover the time without gap or overlap.
 */
export interface SpanRecorder {
  /**
   * Ends the current span and begins one in this state. Does nothing if the state and the task are those already.
   * @param reason what a blocked worker waits for
   */
  mark(state: WorkerState, task?: string, reason?: BlockedReason): void;
  /** Ends the last span. @returns all spans, empty ones left out, and the instant at which the chain ended */
  finish(): { readonly spans: Span[]; readonly endNs: number };
}

export function createSpanRecorder(clock: RunClock, startNs: number, firstState: WorkerState): SpanRecorder {
  const spans: Span[] = [];
  let state = firstState;
  let task: string | undefined;
  let reason: BlockedReason | undefined;
  let since = startNs;

  function close(nowNs: number): void {
    if (nowNs > since) {
      const span: Span = { state, startNs: since, endNs: nowNs };
      if (task !== undefined) span.task = task;
      if (reason !== undefined) span.reason = reason;
      spans.push(span);
    }
    since = nowNs;
  }

  return {
    mark(nextState, nextTask, nextReason) {
      if (nextState === state && nextTask === task && nextReason === reason) return;
      close(clock.now());
      state = nextState;
      task = nextTask;
      reason = nextReason;
    },
    finish() {
      const endNs = clock.now();
      close(endNs);
      return { spans, endNs };
    },
  };
}
