import type { FromDispatcher, ToDispatcher } from '@core/protocol/lab';
import type { ServiceAddress } from '@core/protocol/services';
import { RunFailure } from './run-failure';

/** The dispatcher's side of the I/O services, which main starts when they are asked for. */
export interface ServiceDesk {
  /** Asks for them. @throws RunFailure if they do not start, or not in time */
  readonly open: (database: boolean) => Promise<ServiceAddress>;
  /** Rejects when the services are gone; never resolves. */
  readonly lost: Promise<never>;
  receive(message: Extract<ToDispatcher, { readonly type: 'services' | 'services-gone' }>): void;
}

/** Filling the database takes about a second; a loaded machine may need many times that. */
const startTimeoutMs = 30_000;

/** Creates the desk. Nothing is started before `open`. */
export function createServiceDesk(send: (message: FromDispatcher) => void): ServiceDesk {
  let opened: (address: ServiceAddress) => void = () => undefined;
  let reject: (reason: RunFailure) => void = () => undefined;
  const lost = new Promise<never>((_resolve, rejectIt) => (reject = rejectIt));
  lost.catch(() => undefined); // nobody may be waiting when they go

  return {
    lost,
    async open(database) {
      const address = new Promise<ServiceAddress>((resolve) => (opened = resolve));
      const late = setTimeout(() => {
        reject(new RunFailure('service-gone', `The I/O services did not start within ${startTimeoutMs / 1000} s.`));
      }, startTimeoutMs);
      send({ type: 'open-services', database });
      try {
        return await Promise.race([address, lost]);
      } finally {
        clearTimeout(late);
      }
    },
    receive(message) {
      if (message.type === 'services') opened(message.address);
      else reject(new RunFailure('service-gone', message.message));
    },
  };
}
