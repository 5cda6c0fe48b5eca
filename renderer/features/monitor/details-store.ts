import { defineStore } from 'pinia';
import { markRaw, shallowRef } from 'vue';
import type { DelaySample, LoadSample, ProcessesSample } from '@core/ipc/monitor';
import { call } from '../../lab-client';
import { DetailsHistory } from './details-history';
import { useToastsStore } from '../../stores/toasts';

/** Processes, delays and frames of the app. The history is not reactive: watch a version. */
export const useDetailsStore = defineStore('details', () => {
  const history = markRaw(new DetailsHistory());
  /** Count samples of processes, and reports of delays. */
  const processesVersion = shallowRef(0);
  const delaysVersion = shallowRef(0);
  /** The newest report of each kind, for who waits for one. */
  const latestDelay = shallowRef<DelaySample>();
  const source = shallowRef<ProcessesSample['source']>();

  return {
    history,
    processesVersion,
    delaysVersion,
    latestDelay,
    source,
    watchDetails,
    takeLoad,
    takeProcesses,
    takeDelay,
    takeFrame,
  };

  /** Processes and delays are read only while somebody looks. */
  async function watchDetails(details: boolean): Promise<void> {
    try {
      await call('monitor.watch', { details });
    } catch (error) {
      useToastsStore().fail(error);
    }
  }

  function takeLoad(sample: LoadSample): void {
    history.takeLoad(sample, performance.now());
  }

  function takeProcesses(sample: ProcessesSample): void {
    history.takeProcesses(sample);
    source.value = sample.source;
    processesVersion.value += 1;
  }

  function takeDelay(sample: DelaySample): void {
    history.takeDelay(sample);
    latestDelay.value = sample;
    delaysVersion.value += 1;
  }

  function takeFrame(intervalMs: number | undefined): void {
    if (intervalMs !== undefined) history.takeFrame(performance.now(), intervalMs);
  }
});
