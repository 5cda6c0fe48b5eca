import { contextBridge, ipcRenderer } from 'electron';
import type { IpcRendererEvent } from 'electron';
import type { Envelope } from '@core/ipc/envelope';
import { isTooLarge, tooLargeMessage } from '@core/ipc/input-size';
import { callNames, channelOf, eventNames, hostPortMessage, monitorPortMessage } from '@core/ipc/names';

// One function per call and per event of the contract; no channel name, no event object, no port crosses otherwise.
const bridge: Record<string, unknown> = {};

for (const name of callNames) {
  bridge[name] = (input: unknown): Promise<unknown> => {
    // Before it is written for main: from 300 MB of text that takes a minute and 700 MB.
    if (isTooLarge(name, input)) return Promise.resolve(refusal(tooLargeMessage(name)));
    return ipcRenderer.invoke(channelOf(name), input);
  };
}
for (const name of eventNames) {
  bridge[`on:${name}`] = (listener: (payload: unknown) => void): (() => void) => {
    const forward = (_event: IpcRendererEvent, payload: unknown): void => {
      listener(payload);
    };
    ipcRenderer.on(channelOf(name), forward);
    return () => {
      ipcRenderer.removeListener(channelOf(name), forward);
    };
  };
}
contextBridge.exposeInMainWorld('lab', bridge);

// A port cannot cross the bridge: it goes to the page as a window message, and the page checks what it receives.
ipcRenderer.on(monitorPortMessage, ({ ports }) => {
  window.postMessage({ type: monitorPortMessage }, location.origin, ports);
});
ipcRenderer.on(hostPortMessage, ({ ports }, about: unknown) => {
  const said = typeof about === 'object' && about !== null ? about : {};
  window.postMessage({ ...said, type: hostPortMessage }, location.origin, ports);
});

function refusal(message: string): Envelope<never> {
  return { ok: false, error: { code: 'invalid-request', message } };
}
