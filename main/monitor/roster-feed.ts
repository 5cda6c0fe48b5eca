import { app } from 'electron';
import { delayRateHz } from '@core/ipc/monitor';
import type { ToMonitor } from '@core/protocol/monitor';
import { onUtilitiesChanged, runningUtilities } from '../processes/running-utilities';
import { rosterOf } from './roster';
import type { AppMetric, KnownThread } from './roster';

/** Tells the monitor process who is who, while somebody looks. */
export interface RosterFeed {
  /** Starts telling; again after a restart of the monitor process, which knows nothing yet. */
  start(): void;
  stop(): void;
  /** A thread of a run has begun. Kept also while nobody looks: it is told only once. */
  readonly know: (thread: KnownThread) => void;
}

/** Only Linux lets the monitor process read the counters of other processes without asking main. */
const readsProc = process.platform === 'linux';
/**
 * Chromium's own processes come and go without telling: Electron is asked this often, in ms. Asking takes main
 * milliseconds (25 ms on a machine crowded with other work), so rarely where no counters are needed from it.
 */
const askEveryMs = readsProc ? 30_000 : 1000 / delayRateHz;

/** @param pagePid process id of the window's page, undefined while there is none */
export function createRosterFeed(post: (message: ToMonitor) => void, pagePid: () => number | undefined): RosterFeed {
  let threads: KnownThread[] = [];
  let timer: NodeJS.Timeout | undefined;
  let told = '';
  let metrics: readonly AppMetric[] = [];

  function ask(): void {
    // What newer runtimes add to the older one's type.
    const found: readonly unknown[] = app.getAppMetrics();
    metrics = found as readonly AppMetric[];
    tell();
  }

  function tell(): void {
    const utilities = runningUtilities();
    const processes = rosterOf({ metrics, utilities, threads, pagePid: pagePid(), withCounters: !readsProc });
    const text = JSON.stringify(processes);
    if (text === told) return;
    told = text;
    const isCounted = processes.some(({ cpuSeconds }) => cpuSeconds !== null);
    post({ type: 'roster', source: isCounted ? 'app-metrics' : 'none', processes });
  }

  /** Threads of processes that have gone are never named again: their ids may be given to others. */
  function forgetGone(): void {
    const pids = new Set(runningUtilities().map(({ pid }) => pid));
    threads = threads.filter(({ pid }) => pids.has(pid));
    if (timer) tell();
  }
  onUtilitiesChanged(forgetGone);

  function stop(): void {
    clearInterval(timer);
    timer = undefined;
  }

  return {
    start() {
      stop();
      told = '';
      timer = setInterval(ask, askEveryMs);
      ask();
    },
    stop,
    know(thread) {
      threads = [...threads.filter(({ pid, tid }) => pid !== thread.pid || tid !== thread.tid), thread];
      if (timer) tell();
    },
  };
}
