import { createGuest } from '@core/hosts/guest';
import type { Guest } from '@core/hosts/guest';
import { parseToGuest } from '@core/hosts/messages';
import type { FromGuest, ToGuest } from '@core/hosts/messages';
import { createClockMapping } from './clock-mapping';
import type { ClockMapping } from './clock-mapping';

/** What a host does beside executing tasks. */
export interface GuestExtras {
  /** Called once the clock is mapped, before the guest says that it is ready. */
  readonly prepare?: () => Promise<void>;
  /** A message that is not about tasks. */
  readonly other?: (message: ToGuest, clock: ClockMapping) => void;
}

/**
 * Serves a port as a guest of the lab process, in the page or in a Web Worker of it: maps the clock, then executes tasks on
 * this very thread. What is no message of the protocol is ignored.
 * @returns the end of it
 */
export function serveGuest(port: MessagePort, pid: number, { prepare, other }: GuestExtras = {}): () => void {
  let guest: Guest | undefined;
  let clock: (ClockMapping & { readonly ready: Promise<void> }) | undefined;
  const post = (message: FromGuest): void => port.postMessage(message);

  async function init(worker: string): Promise<void> {
    const mapping = createClockMapping((n) => post({ type: 'clock', n }));
    clock = mapping;
    await mapping.ready;
    await prepare?.();
    guest = createGuest({ worker, pid, now: mapping.now, post });
    post({ type: 'ready' });
  }

  function receive(message: ToGuest): void {
    switch (message.type) {
      case 'init':
        void init(message.options.worker);
        break;
      case 'clock':
        clock?.receive(message);
        break;
      case 'map-clock':
        void clock?.again().then(post);
        break;
      case 'watch-begin':
      case 'watch-end':
        if (clock) other?.(message, clock);
        break;
      default:
        guest?.receive(message);
    }
  }

  port.onmessage = ({ data }: MessageEvent<unknown>): void => {
    const message = parseToGuest(data);
    if (message) receive(message);
  };
  port.start();
  return () => port.close();
}
