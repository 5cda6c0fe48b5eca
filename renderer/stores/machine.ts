import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { LabError } from '@core/ipc/envelope';
import type { MachineDescription } from '@core/ipc/payloads';
import { asLabError, call } from '../lab-client';

export const useMachineStore = defineStore('machine', () => {
  /** What main found out about this machine; undefined until it has answered. */
  const description = shallowRef<MachineDescription>();
  const error = shallowRef<LabError>();

  return { description, error, load };

  /** Asks once; again only after a failure. */
  async function load(): Promise<void> {
    if (description.value) return;
    error.value = undefined;
    try {
      description.value = await call('machine.describe');
    } catch (failure) {
      error.value = asLabError(failure);
    }
  }
});
