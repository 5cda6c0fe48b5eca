import type { TaskRecord } from '@core/record/events';
import type { FromWorker, PayloadMessage, TicketTimes } from '@core/protocol/worker';
import type { RunClock } from '../measurement/clock';
import type { SpanRecorder } from '../measurement/span-recorder';
import { payloadChecksum, releasePayload } from '../workloads/payload';

/** Where a worker writes down what it does. */
export interface PayloadNotes {
  readonly recorder: SpanRecorder;
  readonly tasks: TaskRecord[];
  readonly tickets: TicketTimes[];
}

/**
 * The receiver's side: reads all of a payload, writes down when it was there, and gives back what was moved to it.
 * @param gotNs when this thread had the message; a relay that stamped it before counts instead
 * @returns the answer and what is moved with it
 */
export function takePayload(
  { cell, task, way, data, handedNs, hadNs }: PayloadMessage,
  gotNs: number,
  worker: string,
  clock: RunClock,
  { recorder, tasks, tickets }: PayloadNotes,
): { readonly answer: Extract<FromWorker, { type: 'had' }>; readonly transfer: ArrayBuffer[] } {
  recorder.mark('busy', task);
  const startNs = clock.now();
  const checksum = payloadChecksum(data);
  const servedNs = clock.now();
  recorder.mark('idle');
  const times = { startNs, servedNs, handedNs, hadNs: hadNs ?? gotNs };
  tasks.push({ task, worker, ...times, iterations: data.byteLength, checksum });
  tickets.push({ n: 0, receivedNs: gotNs, doneNs: servedNs });
  if (way === 'transfer' && data instanceof ArrayBuffer) {
    return { answer: { type: 'had', cell, data }, transfer: [data] };
  }
  releasePayload(data);
  return { answer: { type: 'had', cell, data: null }, transfer: [] };
}
