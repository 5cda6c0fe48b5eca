import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { LabError } from '@core/ipc/envelope';
import type { FoundRelease, ReleaseSource } from '@core/ipc/updates';
import { asLabError, call } from '../lab-client';
import { useToastsStore } from './toasts';

export const useUpdatesStore = defineStore('updates', () => {
  /** Who would be asked; null if this build names nobody, undefined until main has answered. */
  const source = shallowRef<ReleaseSource | null>();
  const found = shallowRef<FoundRelease>();
  /** Why nothing was found, or why it is not known who would be asked. */
  const problem = shallowRef<LabError>();
  const isAsking = shallowRef(false);
  /** The menu or the palette wants to look; what shows the answer takes it up. */
  const isWanted = shallowRef(false);

  return { source, found, problem, isAsking, isWanted, load, ask, openPage };

  async function load(): Promise<void> {
    if (source.value !== undefined) return;
    try {
      source.value = await call('updates.source');
    } catch (error) {
      problem.value = asLabError(error);
    }
  }

  /** One question. Main refuses it unless the person has allowed it. */
  async function ask(): Promise<void> {
    if (isAsking.value) return;
    isAsking.value = true;
    found.value = undefined;
    problem.value = undefined;
    try {
      found.value = await call('updates.ask');
    } catch (error) {
      problem.value = asLabError(error);
    }
    isAsking.value = false;
  }

  async function openPage(): Promise<void> {
    await call('updates.openPage').catch((error: unknown) => useToastsStore().fail(error));
  }
});
