import type { FromWorker, Ticket, ToWorker } from '@core/protocol/worker';
import { createMailbox } from './mailbox';
import type { Mailbox } from './mailbox';
import type { LinkEvents, PoolLink } from './pool/pool-types';
import { isOutcomeMessage } from './pool/wire';
import { RunFailure } from './run-failure';

/** Where what one worker says arrives: outcomes of tasks go to the queue, everything else to the mailbox. */
export interface Desk {
  readonly mailbox: Mailbox;
  receive(message: FromWorker, gotNs: number): void;
  fail(failure: RunFailure): void;
  /** Where answers to `echo` go: there may be many under way. */
  readonly onEcho: (listener: (n: number, gotNs: number) => void) => void;
  linkOf(id: string, post: (message: ToWorker) => void, dismiss: () => Promise<void>): PoolLink<Ticket, null>;
}

/** Creates the desk of one worker. */
export function createDesk(worker: string): Desk {
  const mailbox = createMailbox(worker);
  let echo: ((n: number, gotNs: number) => void) | undefined;
  let queue: LinkEvents<null> | undefined;

  function fail(failure: RunFailure): void {
    mailbox.fail(failure);
    queue?.lost(failure);
  }

  return {
    mailbox,
    fail,
    receive(message, gotNs) {
      if (isOutcomeMessage<null>(message)) queue?.received(message);
      else if (message.type === 'echoed') echo?.(message.n, gotNs);
      else if (message.type === 'crashed') {
        const reason = message.outOfMemory ? 'out-of-memory' : 'worker-crashed';
        fail(new RunFailure(reason, `The worker ${worker} ended: ${message.message}`));
      } else mailbox.deliver(message, gotNs);
    },
    onEcho: (listener) => {
      echo = listener;
    },
    linkOf: (id, post, dismiss) => ({
      id,
      post,
      listen(events) {
        queue = events;
      },
      end: dismiss,
    }),
  };
}
