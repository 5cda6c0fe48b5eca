import { useI18n } from 'vue-i18n';
import { toCsv } from '@core/figures/value-table';
import type { ValueTable } from '@core/figures/value-table';
import { useSavedFile } from '../base/useSavedFile';
import { call } from '../lab-client';
import { useToastsStore } from '../stores/toasts';

export interface ChartSource {
  /** File name without its ending: small letters, digits and hyphens. */
  readonly name: () => string;
  readonly table: () => ValueTable;
  readonly picture: () => HTMLCanvasElement | undefined;
}

/** Takes a chart out of the window: to the clipboard, or into a file that main asks a place for. */
export function useChartExport(source: ChartSource) {
  const { t } = useI18n();
  const toasts = useToastsStore();
  const { tellSaved } = useSavedFile();

  return { copyPicture, savePicture, saveTable };

  async function copyPicture(): Promise<void> {
    await reporting(async () => {
      const picture = source.picture();
      if (!picture) return;
      const image = await pngOf(picture);
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': image })]);
      toasts.inform(t('app.chart.copied'));
    });
  }

  async function savePicture(): Promise<void> {
    const content = source.picture()?.toDataURL('image/png').split(',')[1];
    if (content !== undefined) await save('png', content);
  }

  async function saveTable(): Promise<void> {
    await save('csv', toCsv(source.table()));
  }

  async function save(kind: 'png' | 'csv', content: string): Promise<void> {
    await reporting(async () => {
      tellSaved(await call('files.saveChart', { name: source.name(), kind, content }));
    });
  }

  async function reporting(action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (error) {
      toasts.fail(error);
    }
  }
}

function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be made.'))), 'image/png');
  });
}
