import { onBeforeUnmount, shallowRef } from 'vue';
import type { LabError } from '@core/ipc/envelope';
import { asLabError } from '../lab-client';
import { useToastsStore } from '../stores/toasts';

export type SaveState =
  | { readonly phase: 'unchanged' }
  | { readonly phase: 'saving' }
  | { readonly phase: 'saved' }
  | { readonly phase: 'failed'; readonly error: LabError };

/**
 * Stores a text a moment after the last change, and at once when the field or the page is left. Only one request is on
 * its way at a time, and what was typed meanwhile follows it, so that an older text never overwrites a newer one.
 */
export function useAutosave(save: (text: string) => Promise<void>, delayMs = 700) {
  const state = shallowRef<SaveState>({ phase: 'unchanged' });
  const toasts = useToastsStore();
  let pending: string | undefined;
  let isSaving = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  // Once the page is gone nobody sees the state: a failure must then be told elsewhere.
  let isLeft = false;
  onBeforeUnmount(() => {
    isLeft = true;
    void flush();
  });

  return { state, change, flush };

  function change(text: string): void {
    pending = text;
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), delayMs);
  }

  async function flush(): Promise<void> {
    clearTimeout(timer);
    if (isSaving) return;
    isSaving = true;
    while (pending !== undefined) {
      const text = pending;
      pending = undefined;
      state.value = { phase: 'saving' };
      try {
        await save(text);
        state.value = { phase: 'saved' };
      } catch (error) {
        state.value = { phase: 'failed', error: asLabError(error) };
        if (isLeft) toasts.fail(error);
      }
    }
    isSaving = false;
  }
}
