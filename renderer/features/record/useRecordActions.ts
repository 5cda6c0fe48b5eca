import { shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import type { SavedFile } from '@core/ipc/contract';
import { useSavedFile } from '../../base/useSavedFile';
import { useRecordsStore } from '../../stores/records';
import { useToastsStore } from '../../stores/toasts';

interface Titled {
  /** Its id, or its name where its file is called otherwise (`nameOf`). */
  readonly id: string;
  readonly title: string;
}

/** What can be done with a record from the notebook and from its own page; failures are told, nothing is lost. */
export function useRecordActions() {
  const { t } = useI18n();
  const records = useRecordsStore();
  const toasts = useToastsStore();
  const { tellSaved } = useSavedFile();
  /** The record whose file is being made; a PDF takes a few seconds. */
  const saving = shallowRef<string>();

  return { saving, savePdf, saveJson, remove, rename };

  async function savePdf(id: string): Promise<void> {
    await save(id, records.savePdf);
  }

  async function saveJson(id: string): Promise<void> {
    await save(id, records.saveJson);
  }

  /** Removes at once and offers to take it back. True if it was removed. */
  async function remove({ id, title }: Titled): Promise<boolean> {
    return await attempt(async () => {
      await records.remove(id);
      toasts.inform(t('app.notebook.removed', { title }), {
        label: t('app.undo'),
        run: () => void attempt(() => records.restore(id)),
      });
    });
  }

  /** An empty title is no title: the old one stays. */
  async function rename(record: Titled, title: string): Promise<boolean> {
    const trimmed = title.trim();
    if (trimmed === '' || trimmed === record.title) return true;
    return await attempt(() => records.annotate({ id: record.id, title: trimmed }));
  }

  async function save(id: string, how: (id: string) => Promise<SavedFile>): Promise<void> {
    saving.value = id;
    await attempt(async () => {
      tellSaved(await how(id));
    });
    saving.value = undefined;
  }

  async function attempt(action: () => Promise<void>): Promise<boolean> {
    try {
      await action();
      return true;
    } catch (error) {
      toasts.fail(error);
      return false;
    }
  }
}
