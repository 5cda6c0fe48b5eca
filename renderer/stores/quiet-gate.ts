import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import { isQuiet, quietLooksInARow } from '@core/monitor/other-load';
import type { OtherLoad } from '@core/monitor/other-load';
import { call } from '../lab-client';
import { useSettingsStore } from './settings';

type Answer = 'wait' | 'run' | 'cancel';

/** What stands between Run and the run: a look at what else uses the cores, and the person's answer to it. */
export const useQuietGateStore = defineStore('quiet-gate', () => {
  const settings = useSettingsStore();
  /** `busy`: the person is asked; `waiting`: the run begins by itself when it has been quiet. */
  const phase = shallowRef<'closed' | 'looking' | 'busy' | 'waiting'>('closed');
  /** The latest look; undefined before the first. */
  const load = shallowRef<OtherLoad>();
  /** Experiment whose run is held back. */
  const experiment = shallowRef<string>();
  const isShown = computed(() => phase.value === 'busy' || phase.value === 'waiting');
  /** Quiet looks in a row so far. */
  const quietLooks = shallowRef(0);
  let reply: (answer: Answer) => void = () => undefined;

  return { phase, load, experiment, isShown, quietLooks, pass, wait, runAnyway, cancel };

  /** @returns true if the run may begin. Where the load cannot be read it begins, and nothing is said about the load. */
  async function pass(wanted: string): Promise<boolean> {
    if (settings.settings.checkLoad === false) return true;
    experiment.value = wanted;
    phase.value = 'looking';
    try {
      const first = await look();
      if (!first || isQuiet(first)) return true;
      const answered = nextAnswer();
      phase.value = 'busy';
      const answer = await answered;
      return answer === 'wait' ? await waitUntilQuiet() : answer === 'run';
    } finally {
      phase.value = 'closed';
      load.value = undefined;
      experiment.value = undefined;
    }
  }

  async function waitUntilQuiet(): Promise<boolean> {
    phase.value = 'waiting';
    quietLooks.value = 0;
    const answered = nextAnswer();
    for (;;) {
      const next = await Promise.race([answered, look()]);
      if (typeof next === 'string') return next === 'run';
      if (!next) return true;
      quietLooks.value = isQuiet(next) ? quietLooks.value + 1 : 0;
      if (quietLooks.value >= quietLooksInARow) return true;
    }
  }

  /** Undefined where nothing can be read; a refusal (something is measured) is the run's own to give. */
  async function look(): Promise<OtherLoad | undefined> {
    const seen = await call('machine.otherLoad').catch(() => null);
    if (seen && phase.value !== 'closed') load.value = seen;
    return seen ?? undefined;
  }

  function nextAnswer(): Promise<Answer> {
    return new Promise((resolve) => (reply = resolve));
  }

  /** The run begins by itself after some quiet looks in a row. */
  function wait(): void {
    if (phase.value === 'busy') reply('wait');
  }

  function runAnyway(): void {
    reply('run');
  }

  function cancel(): void {
    reply('cancel');
  }
});
