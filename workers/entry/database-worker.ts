// A thread of the I/O services: one connection to the database.
import { parentPort, workerData } from 'node:worker_threads';
import { createDatabase, openConnection } from '../services/database';
import type { DatabaseThreadData, QueryAnswer, QueryMessage } from '../services/query-protocol';

const { file, create, port } = workerData as DatabaseThreadData;
if (create) createDatabase(file);
const connection = openConnection(file);

function answer({ n, rows, seed }: QueryMessage): QueryAnswer {
  try {
    return { n, checksum: connection.sum(rows, seed) };
  } catch (error) {
    const { code, message } = error as Error & { readonly code?: string };
    return { n, code: code ?? 'QUERY_FAILED', message };
  }
}

port.on('message', (query: QueryMessage) => {
  port.postMessage(answer(query));
});
parentPort?.postMessage('ready');
