import { BrowserWindow } from 'electron';
import { origin } from '../window/app-protocol';
import { safePreferences } from '../window/safe-preferences';
import type { WindowHost } from './window-host';

/**
 * The host for a run without the app's window: a small window that is opened when the first guest needs it and closed when
 * the run is over. The pages must be served already. Where no window can be shown, there is no page.
 */
export function createProbeWindow(): WindowHost {
  let window: BrowserWindow | undefined;
  let loading: Promise<unknown> | undefined;

  function open(): BrowserWindow {
    const opened = new BrowserWindow({
      width: 640,
      height: 360,
      title: 'Concurrency Lab',
      webPreferences: safePreferences(),
    });
    opened.setMenuBarVisibility(false);
    loading = opened.loadURL(`${origin}/probe.html`);
    opened.on('closed', () => (window = undefined));
    return opened;
  }

  return {
    async page() {
      window ??= open();
      await loading;
      return window.webContents;
    },
    sendInput() {
      const contents = window?.webContents;
      if (contents && !contents.isDestroyed()) contents.sendInputEvent({ type: 'keyDown', keyCode: 'F24' });
    },
    release() {
      window?.destroy();
      window = undefined;
    },
  };
}
