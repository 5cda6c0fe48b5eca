import type { DatabaseStep } from '@core/protocol/step';
import type { QueryRequest } from '../services/requests';
import type { ServiceClients } from './service-clients';
import type { Workload } from './workload';

/** A query that reads and sums rows in a database process. Its checksum is made there: it is the answer. */
export function createDatabaseWorkload(clients: ServiceClients): Workload<DatabaseStep> {
  return {
    sync: (step, marks) => numberIn(clients.requestSync(queryOf(step), marks)),
    async: async (step, marks) => numberIn(await clients.request(queryOf(step), marks)),
  };
}

function queryOf({ roundTripMs, rows, seed }: DatabaseStep): QueryRequest {
  return { kind: 'query', roundTripMs, rows, seed };
}

function numberIn(body: Buffer): number {
  return Number(body.toString('latin1'));
}
