import type { BrowserWindow, WebContents } from 'electron';

/** The window in which a run has guests, and which it sends synthetic input to. */
export interface WindowHost {
  /** The page; opened if need be. Undefined if there is no window and none can be opened. */
  page(): Promise<WebContents | undefined>;
  /** A key press that no key of a keyboard makes and nothing answers to (F24). Ignored where there is no window. */
  sendInput(): void;
  /** The run is over. */
  release(): void;
}

/** The host that is the app's own window. */
export function createWindowHost(window: () => BrowserWindow | undefined): WindowHost {
  return {
    page: () => Promise.resolve(window()?.webContents),
    sendInput() {
      const contents = window()?.webContents;
      if (contents && !contents.isDestroyed()) contents.sendInputEvent({ type: 'keyDown', keyCode: 'F24' });
    },
    release: () => undefined,
  };
}
