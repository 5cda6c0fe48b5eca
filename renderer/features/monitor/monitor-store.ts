import { defineStore } from 'pinia';
import { markRaw, shallowRef } from 'vue';
import type { LabError } from '@core/ipc/envelope';
import { asLabError, call, onMonitorPort } from '../../lab-client';
import { LoadSeries } from '../../charts/load-series';
import { parseMessage } from './parse-message';
import { useDetailsStore } from './details-store';

export const useMonitorStore = defineStore('monitor', () => {
  /** The last ten minutes. Not reactive, it is too large: watch `version`. */
  const series = markRaw(new LoadSeries());
  /** Counts samples; changes after each has been added to `series`. */
  const version = shallowRef(0);
  /** Messages on the port that were no samples: shown, never drawn. */
  const rejected = shallowRef(0);
  const status = shallowRef<'waiting' | 'connected' | 'failed'>('waiting');
  const error = shallowRef<LabError>();
  const details = useDetailsStore();
  let current: MessagePort | undefined;

  onMonitorPort(receive);

  return { series, version, rejected, status, error, connect };

  /** Asks main for the monitor's port; it arrives on its own way. */
  async function connect(): Promise<void> {
    error.value = undefined;
    if (status.value === 'failed') status.value = 'waiting';
    try {
      await call('monitor.connect');
    } catch (failure) {
      status.value = 'failed';
      error.value = asLabError(failure);
    }
  }

  /** A restarted monitor sends a new port: the old one is closed, and the line begins anew on the new clock. */
  function receive(port: MessagePort): void {
    current?.close();
    current = port;
    status.value = 'connected';
    port.onmessage = (message: MessageEvent<unknown>) => take(message.data);
    port.start();
  }

  function take(data: unknown): void {
    const message = parseMessage(data);
    switch (message?.type) {
      case 'load':
        details.takeLoad(message);
        series.add(message);
        version.value += 1;
        break;
      case 'processes':
        details.takeProcesses(message);
        break;
      case 'delay':
        details.takeDelay(message);
        break;
      case undefined:
        rejected.value += 1;
    }
  }
});
