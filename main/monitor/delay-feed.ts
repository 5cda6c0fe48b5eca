import { delayRateHz, mainBeatMs } from '@core/ipc/monitor';
import { BeatWindow } from '@core/monitor/beat-window';
import type { ToMonitor } from '@core/protocol/monitor';

/** Tells the monitor process how promptly main and the lab process answer, while somebody looks. */
export interface DelayFeed {
  start(): void;
  stop(): void;
  /** The lab process has answered a heartbeat after so many ms. */
  readonly labAnswered: (ms: number) => void;
}

/** Main's own loop is probed by open-loop beats; the lab process is not touched: its heartbeat goes on anyway. */
export function createDelayFeed(post: (message: ToMonitor) => void): DelayFeed {
  let timer: NodeJS.Timeout | undefined;

  function tell(delay: Extract<ToMonitor, { type: 'delay' }>['delay']): void {
    post({ type: 'delay', atMachineMs: Number(process.hrtime.bigint()) / 1e6, delay });
  }

  function stop(): void {
    clearTimeout(timer);
    timer = undefined;
  }

  function start(): void {
    stop();
    const startMs = performance.now();
    const beats = new BeatWindow(mainBeatMs, startMs);
    let toldMs = startMs;
    const next = (): void => {
      const nowMs = performance.now();
      const untilNextMs = beats.beat(nowMs);
      if (nowMs - toldMs >= 1000 / delayRateHz) {
        toldMs = nowMs;
        const report = beats.take(nowMs);
        if (report) tell({ of: 'main', count: report.beats, medianMs: report.medianMs, longestMs: report.longestMs });
      }
      timer = setTimeout(next, Math.max(1, Math.ceil(untilNextMs)));
    };
    timer = setTimeout(next, mainBeatMs);
  }

  return {
    start,
    stop,
    labAnswered(ms) {
      if (timer) tell({ of: 'lab', count: 1, medianMs: ms, longestMs: ms });
    },
  };
}
