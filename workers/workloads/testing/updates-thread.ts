// A thread of the tests that executes one step of updates, and tells what it found.
import { parentPort, workerData } from 'node:worker_threads';
import type { UpdatesStep } from '@core/protocol/step';
import { createUpdatesWorkload } from '../updates';

const { worker, shared, step } = workerData as {
  readonly worker: string;
  readonly shared: SharedArrayBuffer;
  readonly step: UpdatesStep;
};
const { workload, takeFindings } = createUpdatesWorkload({ worker, folder: null, services: null, shared });
const unmarked = { busy: () => undefined, blocked: () => undefined, idle: () => undefined };
void workload.async(step, unmarked, false).then(() => {
  parentPort?.postMessage(takeFindings());
});
