// Main thread of the I/O services: starts their threads, answers heartbeats, and nothing else.
import type { InferOutput } from 'valibot';
import type { OpenServices, fromServicesSchema } from '@core/protocol/services';
import { openIoServices } from '../services/io-services';
import { endOnUnexpectedError, utilityParentPort } from './utility/parent-port';

type ToServices = OpenServices | { readonly type: 'ping'; readonly n: number };

endOnUnexpectedError();

const main = utilityParentPort();

function post(message: InferOutput<typeof fromServicesSchema>): void {
  main.postMessage(message);
}

/** Without one of its threads the process would answer heartbeats and nothing else: the run ends with the reason. */
function lost(error: Error): void {
  process.stderr.write(`${error.stack ?? error.message}\n`);
  process.exit(1);
}

async function open({ folder, database }: OpenServices): Promise<void> {
  try {
    const { address } = await openIoServices({ folder, database }, lost);
    post({ type: 'listening', ...address });
  } catch (error) {
    post({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
}

main.on('message', ({ data }) => {
  const message = data as ToServices;
  if (message.type === 'ping') post({ type: 'pong', n: message.n });
  else void open(message);
});
