import type { MessagePort } from 'node:worker_threads';
import { WorkloadError } from '../workloads/workload-error';
import type { Query } from './loopback-server';
import type { QueryAnswer, QueryMessage } from './query-protocol';

interface Waiting extends QueryMessage {
  readonly resolve: (checksum: number) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Hands queries to database threads: each has one at a time, the others wait in the order in which they came.
 * @param ports one for each database thread
 */
export function createQueryDesk(ports: readonly MessagePort[]): Query {
  const free = [...ports];
  const queue: Waiting[] = [];
  const sent = new Map<number, Waiting>();
  let queries = 0;

  for (const port of ports) {
    port.on('message', (answer: QueryAnswer) => {
      const query = sent.get(answer.n);
      sent.delete(answer.n);
      free.push(port);
      next();
      if ('checksum' in answer) query?.resolve(answer.checksum);
      else query?.reject(new WorkloadError(answer.code, answer.message));
    });
  }

  function next(): void {
    while (free.length > 0 && queue.length > 0) {
      const port = free.shift();
      const query = queue.shift();
      if (!port || !query) return;
      sent.set(query.n, query);
      port.postMessage({ n: query.n, rows: query.rows, seed: query.seed } satisfies QueryMessage);
    }
  }

  return (rows, seed) =>
    new Promise((resolve, reject) => {
      queue.push({ n: ++queries, rows, seed, resolve, reject });
      next();
    });
}
