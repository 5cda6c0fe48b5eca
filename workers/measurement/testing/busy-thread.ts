// For a test: says who it is, and when told to computes a fixed amount of work; then how long it had no core meanwhile.
import { parentPort } from 'node:worker_threads';
import { knead } from '@core/kernels/knead';
import { threadWaitedNs } from '../cpu-time';
import { threadId } from '../thread-identity';

const iterations = 100_000_000;

parentPort?.once('message', () => {
  const before = threadWaitedNs() ?? 0;
  const startNs = process.hrtime.bigint();
  const checksum = knead(iterations, 1);
  const wallNs = Number(process.hrtime.bigint() - startNs);
  parentPort?.postMessage({ waitedNs: (threadWaitedNs() ?? 0) - before, wallNs, checksum });
});
parentPort?.postMessage(threadId());
