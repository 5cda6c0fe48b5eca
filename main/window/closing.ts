import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import { translate } from '@core/texts/translate';

/**
 * Asks before the window is closed while a run is measured. Quitting the app asks nothing: what was measured is kept either way.
 */
export function askBeforeClosing(window: BrowserWindow, isMeasuring: () => boolean): void {
  let isAsking = false;
  let isSure = false;
  window.on('close', (event) => {
    if (isSure || !isMeasuring()) return;
    event.preventDefault();
    if (isAsking) return;
    isAsking = true;
    const at = (key: string): string => translate(`app.closing.${key}`);
    void dialog
      .showMessageBox(window, {
        type: 'question',
        message: at('question'),
        detail: at('detail'),
        buttons: [at('keep'), at('close')],
        defaultId: 0,
        cancelId: 0,
      })
      .then(({ response }) => {
        isAsking = false;
        if (response !== 1 || window.isDestroyed()) return;
        isSure = true;
        window.close();
      });
  });
}
