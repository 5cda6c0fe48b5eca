import type { SocketStep } from '@core/protocol/step';
import { checksumOf } from './seeded-bytes';
import type { ServiceClients } from './service-clients';
import type { Workload } from './workload';

/** A request over the loopback that is answered after a chosen latency. The checksum is that of the answer. */
export function createSocketWorkload(clients: ServiceClients): Workload<SocketStep> {
  return {
    sync: ({ latencyMs, seed }, marks) => checksumOf(clients.requestSync({ kind: 'wait', latencyMs, seed }, marks)),
    async: async ({ latencyMs, seed }, marks) =>
      checksumOf(await clients.request({ kind: 'wait', latencyMs, seed }, marks)),
  };
}
