import { join } from 'node:path';
import type { ServiceRequest } from '../services/requests';
import { createBlockingClient } from './blocking-client';
import type { BlockingClient } from './blocking-client';
import { createHttpClient } from './http-client';
import type { HttpClient } from './http-client';
import { WorkloadError } from './workload-error';
import type { Marks, Workplace } from './workload';

/** A worker's two ways to the loopback server, each made when it is first used. */
export interface ServiceClients {
  /** Blocks the thread until the answer is there. @returns the body */
  requestSync(request: ServiceRequest, marks: Marks): Buffer;
  /** Gives the thread back until the answer is there. @returns the body */
  request(request: ServiceRequest, marks: Marks): Promise<Buffer>;
  /** Most connections of its own open at once since this was last asked: those of a blocked thread are its helper's. */
  readonly mostConnections: () => number;
  readonly close: () => Promise<void>;
}

/** Time that a blocked worker grants a request on top of its latency: its task's own limit cannot reach it. */
const graceMs = 60_000;

/** @param programs folder of the built entries */
export function createServiceClients({ services }: Workplace, programs: string): ServiceClients {
  let http: HttpClient | undefined;
  let blocking: BlockingClient | undefined;

  function address(): NonNullable<typeof services> {
    if (!services) throw new WorkloadError('NO_SERVICES', 'This run has no loopback server.');
    return services;
  }

  return {
    requestSync(request, marks) {
      blocking ??= createBlockingClient(address(), join(programs, 'blocking-request.cjs'));
      marks.blocked();
      const waitMs = request.kind === 'wait' ? request.latencyMs : request.roundTripMs;
      const body = blocking.request(request, waitMs + graceMs);
      marks.busy();
      return body;
    },
    async request(request, marks) {
      http ??= createHttpClient(address());
      // Busy from the moment the head of the answer is here, or the error: the body comes with the head.
      const answer = http.request(request, () => {
        marks.busy();
      });
      marks.idle();
      return answer;
    },
    mostConnections: () => http?.mostConnections() ?? 0,
    async close() {
      http?.close();
      await blocking?.close();
      http = undefined;
      blocking = undefined;
    },
  };
}
