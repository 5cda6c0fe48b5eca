import { MessageChannelMain } from 'electron';
import type { MessagePortMain, WebContents } from 'electron';
import { monitorPortMessage } from '@core/ipc/names';
import type { ToMonitor } from '@core/protocol/monitor';
import { startWatchedUtility } from '../processes/watched-utility';
import type { WatchedUtility } from '../processes/watched-utility';
import type { RunWatcher } from '../runs/lab-session';
import { createDelayFeed } from './delay-feed';
import { createRosterFeed } from './roster-feed';

const restartLimit = 3;
const restartWindowMs = 5 * 60_000;

/** The monitor process and its direct line to the page: main hands over the port and is not on the way of the data. */
export interface MonitorLink {
  /** Gives the page a new port, starting the monitor if needed. A new page has not asked for details yet. */
  connect(page: WebContents): void;
  /** Whether somebody looks at the app's processes and delays: nothing of that is read otherwise. */
  watch(details: boolean): void;
  /** Takes over what a run tells about its threads. */
  readonly runWatcher: RunWatcher;
  stop(): Promise<void>;
}

export interface MonitorListeners {
  /** The monitor ended unasked, or hung, and was started again. */
  readonly onRestart: (message: string) => void;
  /** It ended too often and is not started again. */
  readonly onLost: (message: string) => void;
}

export function createMonitorLink({ onRestart, onLost }: MonitorListeners): MonitorLink {
  let monitor: WatchedUtility | undefined;
  let page: WebContents | undefined;
  let ends: number[] = [];
  let stopped = false;
  let details = false;
  const post = (message: ToMonitor, ports: MessagePortMain[] = []): void => {
    monitor?.post(message, ports);
  };
  const roster = createRosterFeed(post, () =>
    page && !page.isDestroyed() && !page.isCrashed() ? page.getOSProcessId() : undefined,
  );
  const delays = createDelayFeed(post);

  function start(): WatchedUtility {
    const started = startWatchedUtility('monitor', 'Concurrency Lab monitor', { isBusy: () => false });
    void started.lost.then((exit) => {
      if (monitor === started) monitor = undefined;
      if (exit.asked || stopped) return;
      const now = performance.now();
      ends = [...ends.filter((at) => now - at < restartWindowMs), now];
      if (ends.length >= restartLimit) {
        onLost(
          `The live monitor ended ${ends.length} times and stays off. ${exit.message} Restart the app to try again.`,
        );
      } else if (page && !page.isDestroyed()) {
        connect(page);
        feed();
        onRestart(`The live monitor ended and was started again: its charts have a gap. ${exit.message}`);
      }
    });
    return started;
  }

  function connect(to: WebContents): void {
    page = to;
    monitor ??= start();
    const { port1, port2 } = new MessageChannelMain();
    post({ type: 'connect' }, [port1]);
    to.postMessage(monitorPortMessage, null, [port2]);
  }

  function feed(): void {
    post({ type: 'watch', details });
    for (const one of [roster, delays]) {
      if (details) one.start();
      else one.stop();
    }
  }

  function watch(wanted: boolean): void {
    details = wanted;
    feed();
  }

  return {
    connect(to) {
      connect(to);
      watch(false);
    },
    watch,
    runWatcher: { onThread: roster.know, onLabAnswer: delays.labAnswered },
    async stop() {
      stopped = true;
      watch(false);
      await monitor?.stop();
    },
  };
}
