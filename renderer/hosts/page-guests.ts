import { parseHostPort } from '@core/ipc/host-port';
import type { HostPort } from '@core/ipc/host-port';
import { createFrameWatch, quietFrameMs } from './frame-watch';
import { serveGuest } from './serve-guest';
import { startWebWorker } from './web-worker-script';

/**
 * Takes the ports that main hands the page for the time of a run and serves each as a guest: on the page's own thread,
 * where it can block the page and watch its frames, or in a Web Worker.
 * @returns ends all guests that are there; new ones may come
 */
export function servePageGuests(): () => void {
  let ends: (() => void)[] = [];

  function servePage(port: MessagePort, pid: number): void {
    const watch = createFrameWatch();
    let frameMs = 0;
    const end = serveGuest(port, pid, {
      prepare: async () => {
        frameMs = await quietFrameMs();
      },
      other: (message, clock) => {
        if (message.type === 'watch-begin') {
          watch.begin();
          port.postMessage({ type: 'watching' });
        } else if (message.type === 'watch-end') {
          void watch.end(message.inputs).then(({ framesMs, inputsMs }) =>
            port.postMessage({
              type: 'watched',
              framesNs: framesMs.map(clock.at),
              frameNs: Math.round(frameMs * 1e6),
              inputsNs: inputsMs.map(clock.at),
              beats: null,
              inputs: 0,
            }),
          );
        }
      },
    });
    ends.push(() => {
      watch.dispose();
      end();
    });
  }

  function serveWebWorker(port: MessagePort, pid: number): void {
    const worker = startWebWorker();
    worker.postMessage({ pid }, [port]);
    ends.push(() => worker.terminate());
  }

  window.addEventListener('message', (message: MessageEvent<unknown>) => {
    const port = hostPortOf(message);
    if (!port) return;
    if (port.about.host === 'renderer') servePage(port.port, port.about.pid);
    else serveWebWorker(port.port, port.about.pid);
  });

  return () => {
    for (const end of ends) end();
    ends = [];
  };
}

/** Messages of other windows, of another shape or without exactly one port are ignored. */
function hostPortOf(
  message: MessageEvent<unknown>,
): { readonly about: HostPort; readonly port: MessagePort } | undefined {
  const [port] = message.ports;
  if (message.source !== window || !port || message.ports.length !== 1) return undefined;
  const about = parseHostPort(message.data);
  return about && { about, port };
}
