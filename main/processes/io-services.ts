import * as v from 'valibot';
import { fromServicesSchema } from '@core/protocol/services';
import type { OpenServices, ServiceAddress } from '@core/protocol/services';
import { startUtility } from './utility';
import type { SupervisedProcess } from './utility';

export interface ServiceListeners {
  readonly onListening: (address: ServiceAddress) => void;
  /** Called once, when the process is gone or says that it cannot serve; the text says why. */
  readonly onGone: (message: string) => void;
}

/** Starts the process with the loopback server and, if asked for, the database in the run's folder. */
export function startServices(
  folder: string,
  database: boolean,
  { onListening, onGone }: ServiceListeners,
): SupervisedProcess {
  const services = startUtility('io-services', 'Concurrency Lab I/O services');
  let told = false;
  const gone = (message: string): void => {
    if (told) return;
    told = true;
    onGone(message);
  };
  services.onMessage((raw) => {
    const message = v.safeParse(fromServicesSchema, raw);
    if (!message.success) return; // the heartbeat notices a process that only talks nonsense
    if (message.output.type === 'listening') onListening({ port: message.output.port, token: message.output.token });
    if (message.output.type === 'failed') gone(`The I/O services could not start: ${message.output.message}`);
  });
  services.post({ type: 'open', folder, database } satisfies OpenServices);
  void services.exited.then(({ message }) => {
    gone(`The I/O services ended. ${message}`);
  });
  return services;
}
