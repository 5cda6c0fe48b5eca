import { LabError } from '@core/ipc/envelope';
import type { FromAnalysis } from '@core/protocol/analysis';
import { analysisLimitMs, analysisStepCpuMs } from './analysis-limits';
import type { Job } from './analysis-queue';
import { startWatchedUtility } from './watched-utility';
import type { WatchedUtility } from './watched-utility';

/** One analysis process, started when first needed and again if it ended. It has one request at a time. */
export interface AnalysisDesk {
  isFree(): boolean;
  serve(job: Job): void;
  stop(): Promise<void>;
}

export interface DeskListeners {
  /** The process ended, or was ended because it hung, with this request or without one. It is started again when needed. */
  readonly onLost: (message: string, job: Job | undefined) => void;
  /** The desk has answered and is free. */
  readonly onFree: () => void;
}

export function createAnalysisDesk(label: string, { onLost, onFree }: DeskListeners): AnalysisDesk {
  let current: WatchedUtility | undefined;
  let job: Job | undefined;
  let limit: NodeJS.Timeout | undefined;
  let n = 0;

  function leave(): Job | undefined {
    const left = job;
    job = undefined;
    clearTimeout(limit);
    return left;
  }

  function receive({ n: answered, ...answer }: FromAnalysis): void {
    if (answered !== n) return;
    const served = leave();
    if (answer.type === 'answer') served?.resolve(answer.result);
    else served?.reject(new LabError('internal', `The analysis failed: ${answer.message}`));
    onFree();
  }

  function start(): WatchedUtility {
    const started = startWatchedUtility('analysis', label, {
      isBusy: () => job !== undefined,
      stepCpuMs: () => job && analysisStepCpuMs(job.request),
    });
    started.onMessage((message) => {
      if (current === started) receive(message as FromAnalysis);
    });
    void started.lost.then(({ asked, message }) => {
      if (current !== started) return;
      current = undefined;
      const left = leave();
      if (!asked) onLost(message, left);
      else left?.reject(new LabError('internal', `The analysis ended: ${message}`));
    });
    return started;
  }

  return {
    isFree: () => job === undefined,
    serve(next) {
      job = next;
      n++;
      current ??= start();
      const target = current;
      const limitMs = analysisLimitMs(next.request);
      limit = setTimeout(() => {
        target.giveUp(`It did not come to an end within ${Math.round(limitMs / 1000)} s.`);
      }, limitMs);
      target.post({ ...next.request, n });
    },
    async stop() {
      await current?.stop();
    },
  };
}
