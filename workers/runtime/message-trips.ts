import type { RunEvent } from '@core/record/events';
import type { RunClock } from '../measurement/clock';
import type { WorkerHandle } from './worker-handle';

const trips = 50;
const warmUpTrips = 10;
const tripTimeoutMs = 10_000;

/**
 * Sends empty messages to a worker and back, one after the other. On the way to a task process each relay adds its
 * time (hops: lab process, task process, worker, task process, lab process), so the relays' part can be told from the
 * way between the processes.
 */
export async function measureMessageTrips(
  handle: WorkerHandle,
  clock: RunClock,
): Promise<Extract<RunEvent, { type: 'message-trips' }>> {
  const roundTripNs: number[] = [];
  const relayNs: number[] = [];
  for (let n = 0; n < warmUpTrips + trips; n++) {
    const answer = handle.answers.next('pong', tripTimeoutMs);
    const sentNs = clock.now();
    handle.post({ type: 'ping', n, hops: [] });
    const { message, gotNs } = await answer;
    if (n < warmUpTrips) continue;
    roundTripNs.push(gotNs - sentNs);
    const [labOut, taskIn, , taskOut, labIn] = message.hops;
    if (labOut !== undefined && taskIn !== undefined && taskOut !== undefined && labIn !== undefined) {
      relayNs.push(gotNs - sentNs - (taskIn - labOut) - (labIn - taskOut));
    }
  }
  return {
    type: 'message-trips',
    trips: { worker: handle.id, kind: handle.kind === 'process' ? 'process' : 'thread', roundTripNs, relayNs },
  };
}
