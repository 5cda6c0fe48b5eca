import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { LabError } from '@core/ipc/envelope';
import type { MachineDescription } from '@core/ipc/payloads';
import type { PythonFindings } from '@core/python/interpreter';
import { asLabError, call } from '../lab-client';

export const useMachineStore = defineStore('machine', () => {
  /** What main found out about this machine; undefined until it has answered. */
  const description = shallowRef<MachineDescription>();
  const error = shallowRef<LabError>();

  /** The Pythons of this machine; undefined until somebody asked and main has answered, null where they could not be asked for. */
  const pythons = shallowRef<PythonFindings | null>();

  let loading: Promise<void> | undefined;
  let looking: Promise<void> | undefined;

  const isLooking = shallowRef(false);

  return { description, pythons, error, isLooking, load, loadPythons, lookAgain };

  /** Asks once, however many ask before main has answered; again only after a failure. */
  function load(): Promise<void> {
    if (description.value) return Promise.resolve();
    loading ??= ask().finally(() => (loading = undefined));
    return loading;
  }

  /** The same for the Pythons: programs are started to find them, so only what shows or uses them asks. */
  function loadPythons(): Promise<void> {
    if (pythons.value) return Promise.resolve();
    looking ??= askForPythons().finally(() => (looking = undefined));
    return looking;
  }

  /** Looks for Pythons anew, because something was chosen that changes the answer. */
  async function lookAgain(): Promise<void> {
    isLooking.value = true;
    await looking;
    await askForPythons();
    isLooking.value = false;
  }

  async function ask(): Promise<void> {
    error.value = undefined;
    try {
      description.value = await call('machine.describe');
    } catch (failure) {
      error.value = asLabError(failure);
    }
  }

  async function askForPythons(): Promise<void> {
    pythons.value = await call('machine.pythons').catch(() => null);
  }
});
