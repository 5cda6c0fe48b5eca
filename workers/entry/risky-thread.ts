// A thread for one task that fails: what ends here is the thread.
import { parentPort, workerData } from 'node:worker_threads';
import type { Failure } from '@core/protocol/step';
import { fail } from '../workloads/fail';

void fail(workerData as Failure).then(() => {
  parentPort?.postMessage('served');
});
