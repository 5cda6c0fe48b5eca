import { MessageChannelMain } from 'electron';
import type { WebContents } from 'electron';
import { monitorPortMessage } from '@core/ipc/names';
import { startUtility } from '../processes/utility';
import type { SupervisedProcess } from '../processes/utility';

const restartLimit = 3;
const restartWindowMs = 5 * 60_000;

/** The monitor process and its direct line to the page: main hands over the port and is not on the way of the data. */
export interface MonitorLink {
  /** Gives the page a new port, starting the monitor if needed. */
  connect(page: WebContents): void;
  stop(): Promise<void>;
}

/** @param onLost called when the monitor ended too often and is not started again */
export function createMonitorLink(onLost: (message: string) => void): MonitorLink {
  let monitor: SupervisedProcess | undefined;
  let page: WebContents | undefined;
  let ends: number[] = [];
  let stopped = false;

  function start(): SupervisedProcess {
    const started = startUtility('monitor', 'Concurrency Lab monitor');
    void started.exited.then((exit) => {
      if (monitor === started) monitor = undefined;
      if (exit.asked || stopped) return;
      const now = performance.now();
      ends = [...ends.filter((at) => now - at < restartWindowMs), now];
      if (ends.length >= restartLimit) {
        onLost(
          `The live monitor ended ${ends.length} times and stays off. ${exit.message} Restart the app to try again.`,
        );
      } else if (page && !page.isDestroyed()) connect(page);
    });
    return started;
  }

  function connect(to: WebContents): void {
    page = to;
    monitor ??= start();
    const { port1, port2 } = new MessageChannelMain();
    monitor.post({ type: 'connect' }, [port1]);
    to.postMessage(monitorPortMessage, null, [port2]);
  }

  return {
    connect,
    async stop() {
      stopped = true;
      await monitor?.stop();
    },
  };
}
