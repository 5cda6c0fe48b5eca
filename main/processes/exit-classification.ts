import type { FailureReason } from '@core/record/record';

export interface ExitFacts {
  /** True if we asked the process to end. */
  readonly asked: boolean;
  readonly spawned: boolean;
  readonly code: number;
  /** Reason of Electron's `child-process-gone`, if it came. */
  readonly goneReason: string | undefined;
  readonly stderrTail: string;
}

export interface ExitReport {
  readonly asked: boolean;
  readonly reason: Extract<FailureReason, 'worker-crashed' | 'out-of-memory' | 'killed' | 'launch-failed'>;
  readonly message: string;
}

/**
 * Why a utility process ended. Any end that was not asked for is a failure, exit code 0 included: Electron 25 reports 0
 * for some crashed and killed processes.
 */
export function classifyExit({ asked, spawned, code, goneReason, stderrTail }: ExitFacts): ExitReport {
  if (asked) return { asked, reason: 'killed', message: 'The process was ended as asked.' };
  if (/heap out of memory|heap limit/i.test(stderrTail) || goneReason === 'oom' || goneReason === 'memory-eviction') {
    return { asked, reason: 'out-of-memory', message: 'The process ran out of memory. Use a smaller task.' };
  }
  if (goneReason === 'launch-failed' || !spawned) {
    return { asked, reason: 'launch-failed', message: `The process could not be started (exit ${code}).` };
  }
  if (goneReason === 'killed') {
    return { asked, reason: 'killed', message: 'The process was killed from outside the app.' };
  }
  const lastLine = stderrTail.trim().split('\n').pop() ?? '';
  const detail = lastLine === '' ? '' : ` Its last words: ${lastLine.slice(0, 300)}`;
  return { asked, reason: 'worker-crashed', message: `The process ended unexpectedly (exit ${code}).${detail}` };
}
