// The helper thread of a worker that does blocking requests: it does them while the worker sleeps on shared memory.
import { parentPort, workerData } from 'node:worker_threads';
import type { ServiceRequest } from '../services/requests';
import type { BlockingRequestData } from '../workloads/blocking-client';
import { reply, replyError } from '../workloads/blocking-exchange';
import { createHttpClient } from '../workloads/http-client';

const { address, shared } = workerData as BlockingRequestData;
const client = createHttpClient(address);

parentPort?.on('message', (request: ServiceRequest) => {
  client.request(request).then(
    (body) => {
      reply(shared, body);
    },
    (error: unknown) => {
      replyError(shared, error instanceof Error ? error : new Error(String(error)));
    },
  );
});
