import type { MessagePortMain } from 'electron';
import type { HostPort } from '@core/ipc/host-port';
import { hostPortMessage } from '@core/ipc/names';
import type { GuestKind } from '@core/protocol/lab';
import { serveMainGuest } from './main-guest';
import type { WindowHost } from './window-host';

/**
 * Gives a guest its end of a port to the lab process: in main itself, or in the window's page.
 * @returns why that cannot be done; undefined if it was done
 */
export async function connectGuest(
  host: GuestKind,
  worker: string,
  port: MessagePortMain,
  window: WindowHost,
): Promise<string | undefined> {
  if (host === 'main') {
    serveMainGuest(port, window);
    return undefined;
  }
  const page = await window.page();
  if (!page || page.isDestroyed()) return 'there is no window to look at. Open it, or run this where a display is.';
  const about: HostPort = { type: hostPortMessage, host, worker, pid: page.getOSProcessId() };
  page.postMessage(hostPortMessage, about, [port]);
  return undefined;
}
