import { useRouter } from 'vue-router';
import { recordPath } from '../base/record-path';
import { call, subscribe } from '../lab-client';
import { useToastsStore } from '../stores/toasts';

/** Shows the record whose file a person opened with the program, at the start or while the window is open. */
export function useOpenedRecords(): void {
  const router = useRouter();
  const toasts = useToastsStore();

  subscribe('records.opened', () => void show());
  // What was opened together with the window was told before anybody listened.
  void show();

  async function show(): Promise<void> {
    try {
      const name = await call('records.takeOpened');
      if (name !== null) await router.push(recordPath(name));
    } catch (error) {
      toasts.fail(error);
    }
  }
}
