import { Worker } from 'node:worker_threads';
import type { ServiceAddress } from '@core/protocol/services';
import type { ServiceRequest } from '../services/requests';
import { awaitReply, createExchange, expectReply } from './blocking-exchange';
import { WorkloadError } from './workload-error';

/** What the helper thread is told at its start. */
export interface BlockingRequestData {
  readonly address: ServiceAddress;
  readonly shared: SharedArrayBuffer;
}

/** Requests that block the calling thread: a helper thread of its own does them meanwhile. */
export interface BlockingClient {
  /**
   * @returns the body of the reply
   * @throws WorkloadError with the code that the helper met, or `TIMED_OUT`
   */
  request(request: ServiceRequest, timeoutMs: number): Buffer;
  /** Ends the helper. Settles when it is gone. */
  close(): Promise<void>;
}

/** @param program the built entry `blocking-request` */
export function createBlockingClient(address: ServiceAddress, program: string): BlockingClient {
  let helper: { readonly worker: Worker; readonly shared: SharedArrayBuffer } | undefined;

  function start(): NonNullable<typeof helper> {
    const shared = createExchange();
    const worker = new Worker(program, { workerData: { address, shared } satisfies BlockingRequestData });
    // The helper reports its errors in the reply; one that it cannot report shows as a time-out.
    worker.on('error', () => {
      forget(worker);
    });
    worker.on('exit', () => {
      forget(worker);
    });
    worker.unref();
    return { worker, shared };
  }

  function forget(worker: Worker): void {
    if (helper?.worker === worker) helper = undefined;
  }

  return {
    request(request, timeoutMs) {
      helper ??= start();
      const { worker, shared } = helper;
      expectReply(shared);
      worker.postMessage(request);
      const body = awaitReply(shared, timeoutMs);
      if (body) return body;
      // Its reply may still come: it must not be taken for that of the next request.
      forget(worker);
      void worker.terminate();
      throw new WorkloadError('TIMED_OUT', `The loopback server did not reply within ${Math.round(timeoutMs)} ms.`);
    },
    async close() {
      const worker = helper?.worker;
      helper = undefined;
      await worker?.terminate();
    },
  };
}
