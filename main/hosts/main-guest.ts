import type { MessagePortMain } from 'electron';
import { createGuest } from '@core/hosts/guest';
import type { Guest } from '@core/hosts/guest';
import { parseToGuest } from '@core/hosts/messages';
import type { FromGuest, ToGuest } from '@core/hosts/messages';
import type { Watched } from '@core/protocol/worker';
import { createLoopBeat } from './loop-beat';
import type { LoopBeat } from './loop-beat';
import type { WindowHost } from './window-host';

/**
 * Serves as a guest in main: executes compute tasks, which really blocks main, or watches main's loop. Main's clock is that
 * of all processes, so nothing has to be mapped.
 */
export function serveMainGuest(port: MessagePortMain, window: Pick<WindowHost, 'sendInput'>): void {
  let guest: Guest | undefined;
  let now: () => number = () => 0;
  let beat: LoopBeat | undefined;
  const post = (message: FromGuest): void => {
    port.postMessage(message);
  };

  function receive(message: ToGuest): void {
    switch (message.type) {
      case 'init': {
        const originNs = BigInt(message.options.originNs);
        now = () => Number(process.hrtime.bigint() - originNs);
        guest = createGuest({ worker: message.options.worker, pid: process.pid, now, post });
        post({ type: 'ready' });
        break;
      }
      case 'watch-begin':
        beat = createLoopBeat(now, window.sendInput);
        post({ type: 'watching' });
        break;
      case 'watch-end': {
        const beats = beat?.end() ?? null;
        const watched: Watched = {
          type: 'watched',
          framesNs: [],
          frameNs: 0,
          inputsNs: [],
          beats,
          inputs: beats?.latencyNs.length ?? 0,
        };
        post(watched);
        break;
      }
      case 'map-clock':
        post({ type: 'clock-mapped', pings: 0, shortestTripNs: 0, driftNs: 0 });
        break;
      default:
        guest?.receive(message);
    }
  }

  port.on('message', ({ data }) => {
    const message = parseToGuest(data);
    if (message) receive(message);
  });
  port.on('close', () => {
    beat?.end();
  });
  port.start();
}
