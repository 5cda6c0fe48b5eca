import { shallowRef } from 'vue';
import { call } from '../lab-client';
import { useToastsStore } from '../stores/toasts';
import { useSavedFile } from './useSavedFile';

/** Saves the blank worksheet of a lesson where the person says. */
export function useWorksheet() {
  const toasts = useToastsStore();
  const { tellSaved } = useSavedFile();
  const isSaving = shallowRef(false);

  return { isSaving, save };

  async function save(experiment: string): Promise<void> {
    isSaving.value = true;
    try {
      tellSaved(await call('lessons.saveWorksheet', { experiment }));
    } catch (error) {
      toasts.fail(error);
    } finally {
      isSaving.value = false;
    }
  }
}
