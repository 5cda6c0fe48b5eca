import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import { log } from '../log';

const reloadLimit = 3;
const reloadWindowMs = 5 * 60_000;

/** Brings the page back if its process dies; a run goes on meanwhile and the new page attaches to it again. */
export function createRendererWatch(window: BrowserWindow): void {
  let ends: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    log(`the page's process ended: ${reason} (exit ${exitCode})`);
    const now = performance.now();
    ends = [...ends.filter((at) => now - at < reloadWindowMs), now];
    if (ends.length <= reloadLimit) {
      window.webContents.reload();
      return;
    }
    void dialog.showMessageBox(window, {
      type: 'error',
      message: 'The page keeps ending unexpectedly.',
      detail: 'A run that is going on is not affected. Close the window and start the app again.',
    });
  });
}
