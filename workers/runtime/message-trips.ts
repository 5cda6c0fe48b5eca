import type { RunEvent } from '@core/record/events';
import type { ToWorker } from '@core/protocol/worker';
import type { RunClock } from '../measurement/clock';
import type { WorkerHandle } from './worker-handle';

const trips = 50;
const warmUpTrips = 10;
const tripTimeoutMs = 10_000;

/**
 * Sends empty messages to a worker and back, one after the other. Where a process is reached by a socket the same is done over
 * Electron's port, which an Electron program would use: each relay there adds its time (hops: lab process, task process,
 * worker, task process, lab process), so the relays' part can be told from the way between the processes.
 */
export async function measureMessageTrips(
  handle: WorkerHandle,
  clock: RunClock,
): Promise<Extract<RunEvent, { type: 'message-trips' }>> {
  const direct = await makeTrips(
    handle,
    (message) => {
      handle.post(message);
    },
    clock,
  );
  const overPort = handle.postByPort && (await makeTrips(handle, handle.postByPort, clock));
  return {
    type: 'message-trips',
    trips: {
      worker: handle.id,
      kind: handle.kind === 'process' ? 'process' : 'thread',
      ...(handle.transport !== 'pipe' && { transport: handle.transport }),
      ...direct,
      ...(overPort && { overPort }),
    },
  };
}

async function makeTrips(
  { answers }: Pick<WorkerHandle, 'answers'>,
  post: (message: ToWorker) => void,
  clock: RunClock,
): Promise<{ roundTripNs: number[]; relayNs: number[] }> {
  const roundTripNs: number[] = [];
  const relayNs: number[] = [];
  for (let n = 0; n < warmUpTrips + trips; n++) {
    const answer = answers.next('pong', tripTimeoutMs);
    const sentNs = clock.now();
    post({ type: 'ping', n, hops: [] });
    const { message, gotNs } = await answer;
    if (n < warmUpTrips) continue;
    roundTripNs.push(gotNs - sentNs);
    const [labOut, taskIn, , taskOut, labIn] = message.hops;
    if (labOut !== undefined && taskIn !== undefined && taskOut !== undefined && labIn !== undefined) {
      relayNs.push(gotNs - sentNs - (taskIn - labOut) - (labIn - taskOut));
    }
  }
  return { roundTripNs, relayNs };
}
