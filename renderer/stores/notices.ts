import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { Notice } from '@core/ipc/payloads';
import { call, subscribe } from '../lab-client';
import { useToastsStore } from './toasts';

export const useNoticesStore = defineStore('notices', () => {
  /** What the app has to tell, until the person dismisses it. */
  const notices = shallowRef<readonly Notice[]>([]);
  let hasHeard = false;

  subscribe('notices.changed', (next) => {
    hasHeard = true;
    notices.value = next;
  });

  return { notices, load, dismiss };

  async function load(): Promise<void> {
    const current = await call('notices.list');
    if (!hasHeard) notices.value = current;
  }

  async function dismiss(id: string): Promise<void> {
    const before = notices.value;
    notices.value = before.filter((notice) => notice.id !== id);
    try {
      await call('notices.dismiss', { id });
    } catch (error) {
      notices.value = before;
      useToastsStore().fail(error);
    }
  }
});
