import { useI18n } from 'vue-i18n';
import { canBeOpened } from '@core/ipc/saved-file';
import type { SavedFile } from '@core/ipc/contract';
import { call } from '../lab-client';
import { useToastsStore } from '../stores/toasts';
import type { ToastAction } from '../stores/toasts';

/** Says where a file was saved, and offers to open it or to show it in its folder. */
export function useSavedFile() {
  const { t } = useI18n();
  const toasts = useToastsStore();

  return { tellSaved };

  /** Nothing is said if the person closed the dialog. */
  function tellSaved({ path }: SavedFile): void {
    if (path === undefined) return;
    const actions: readonly ToastAction[] = [
      ...(canBeOpened(path) ? [{ label: t('app.openFile'), run: () => void reveal(path, 'open') }] : []),
      { label: t('app.showFile'), run: () => void reveal(path, 'show') },
    ];
    toasts.inform(t('app.saved', { path }), ...actions);
  }

  async function reveal(path: string, how: 'open' | 'show'): Promise<void> {
    try {
      await call('files.reveal', { path, how });
    } catch (error) {
      toasts.fail(error);
    }
  }
}
