import type { PayloadData, Ticket } from '@core/protocol/worker';
import type { RunClock } from '../measurement/clock';
import { releasePayload } from '../workloads/payload';
import type { PayloadOrder } from '../workloads/payload';
import type { TaskStamp } from './pool/pool-types';
import type { WorkerHandle } from './worker-handle';

/**
 * Hands one payload to a worker and waits until it has read all of it. Where a process is reached through the relays, the
 * payload is moved to the lab process's main thread, which stamps and copies it: only the way between the processes is counted.
 * @throws RunFailure if the worker is lost or does not answer in time
 */
export async function passPayload(
  handle: Pick<WorkerHandle, 'id' | 'kind' | 'post' | 'answers'>,
  { task, way }: PayloadOrder,
  data: PayloadData,
  cell: number,
  clock: RunClock,
  timeoutMs: number,
): Promise<TaskStamp<Ticket>> {
  const answer = handle.answers.next('had', timeoutMs);
  const isMoved = data instanceof ArrayBuffer && (way === 'transfer' || handle.kind === 'process');
  const sentNs = clock.now();
  handle.post({ type: 'payload', cell, task, way, data, handedNs: clock.now(), hadNs: null }, isMoved ? [data] : []);
  const { message, gotNs } = await answer;
  if (message.data) releasePayload(message.data);
  const ticket: Ticket = { cell, n: 0, mode: 'sync', inFlight: 1, steps: [] };
  return { id: 0, task: ticket, worker: handle.id, queuedNs: sentNs, sentNs, gotNs };
}
