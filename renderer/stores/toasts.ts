import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import { asLabError } from '../lab-client';

export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

export interface Toast {
  readonly id: number;
  readonly kind: 'information' | 'failure';
  readonly text: string;
  /** What can be done about it; the message goes when one is done. */
  readonly actions: readonly ToastAction[];
}

/** How long a toast stays, in ms. Failures and offers to undo need longer to be read. */
const shortStayMs = 4_000;
const longStayMs = 10_000;

/** Short messages at the lower edge of the window, for what a person just did. */
export const useToastsStore = defineStore('toasts', () => {
  /** Oldest first; at most three, so that they never cover the page. */
  const toasts = shallowRef<readonly Toast[]>([]);
  let nextId = 1;

  return { toasts, inform, fail, dismiss };

  function inform(text: string, ...actions: readonly ToastAction[]): void {
    show({ id: nextId++, kind: 'information', text, actions }, actions.length > 0 ? longStayMs : shortStayMs);
  }

  /** Shows what went wrong. Errors that crossed from main already say what to do. */
  function fail(error: unknown): void {
    show({ id: nextId++, kind: 'failure', text: asLabError(error).message, actions: [] }, longStayMs);
  }

  function dismiss(id: number): void {
    toasts.value = toasts.value.filter((toast) => toast.id !== id);
  }

  function show(toast: Toast, stayMs: number): void {
    toasts.value = [...toasts.value, toast].slice(-3);
    setTimeout(() => dismiss(toast.id), stayMs);
  }
});
