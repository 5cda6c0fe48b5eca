import type { WebPreferences } from 'electron';
import { join } from 'node:path';

/** What every window of the app that runs a script is created with: sandboxed, isolated, with the one preload. */
export function safePreferences(): WebPreferences {
  return {
    preload: join(__dirname, '..', 'preload', 'index.cjs'),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
  };
}
