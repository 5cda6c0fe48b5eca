// The dispatcher thread of the lab process: conducts one run. It sends tickets and receives answers: from the threads of task
// processes directly, or through the relays, which are the main threads of the lab process and of the task processes.
import { parentPort, workerData } from 'node:worker_threads';
import type { FromDispatcher, StartRun, ToDispatcher } from '@core/protocol/lab';
import { bodyOf } from '../experiments/bodies';
import { throttleCount, throttlingWarning } from '../machine/throttling';
import { createClock } from '../measurement/clock';
import { threadId } from '../measurement/thread-identity';
import { conductRun } from '../runtime/conduct-run';
import { RunFailure } from '../runtime/run-failure';
import { createServiceDesk } from '../runtime/service-desk';
import { createProcessAgency } from '../runtime/worker-handle';

const clock = createClock(BigInt((workerData as { originNs: string }).originNs));
const agency = createProcessAgency(clock, send);
const services = createServiceDesk(send);

function send(message: FromDispatcher, transfer: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer);
}

async function start({ experiment, plan, folder, interpreters }: StartRun): Promise<void> {
  agency.openExchange(folder);
  const throttledBefore = throttleCount();
  const run = conductRun({
    experiment,
    body: bodyOf(experiment),
    plan,
    folder,
    interpreters,
    clock,
    agency,
    openServices: services.open,
    report: (event) => {
      send({ type: 'event', event });
    },
    progress: (progress) => {
      send({ type: 'progress', progress });
    },
  });
  // The run fails as soon as the services are gone, also while no task happens to need them.
  await Promise.race([run, services.lost]);
  const warning = throttlingWarning(throttledBefore, throttleCount());
  if (warning) send({ type: 'event', event: { type: 'warning', warning } });
  send({ type: 'finished' });
}

function failed(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  send({ type: 'failed', reason: error instanceof RunFailure ? error.reason : 'worker-crashed', message });
}

send({ type: 'dispatcher', tid: threadId() });
parentPort?.on('message', (message: ToDispatcher) => {
  switch (message.type) {
    case 'start':
      start(message).catch(failed);
      break;
    case 'services':
    case 'services-gone':
      services.receive(message);
      break;
    case 'process-connected':
    case 'process-gone':
    case 'from-process':
      agency.receive(message);
      break;
  }
});
