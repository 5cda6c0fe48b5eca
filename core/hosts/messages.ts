import * as v from 'valibot';
import { kernelIds } from '../kernels/kernel-catalogue';
import type { ComputeStep } from '../protocol/step';
import type { FromWorker, Ticket } from '../protocol/worker';
import { count, identifier } from '../record/schema-parts';

/**
 * What the lab process says to a guest: code of another host (the page, a Web Worker of it, main) that executes tasks or
 * watches its own loop. The same messages as for a task worker, as far as a guest understands them.
 */

/** What a guest understands of a ticket: it executes counted work alone, one step after the other. */
export type GuestTicket = Pick<Ticket, 'cell' | 'n'> & { readonly steps: readonly Omit<ComputeStep, 'yields'>[] };

const computeStepSchema = v.object({
  task: identifier,
  kind: v.literal('compute'),
  kernel: v.exactOptional(v.picklist(kernelIds)),
  iterations: count,
  chunks: v.exactOptional(v.pipe(count, v.minValue(1), v.maxValue(100_000))),
  seed: count,
});

const ticketSchema = v.object({
  cell: count,
  n: count,
  steps: v.array(computeStepSchema),
}) satisfies v.GenericSchema<unknown, GuestTicket>;

export const toGuestSchema = v.variant('type', [
  v.object({
    type: v.literal('init'),
    options: v.object({ worker: identifier, originNs: v.pipe(v.string(), v.regex(/^\d{1,20}$/)) }),
  }),
  v.object({ type: v.literal('describe') }),
  v.object({ type: v.literal('prepare'), cell: count }),
  v.object({ type: v.literal('tasks'), ids: v.array(count), tasks: v.array(ticketSchema) }),
  v.object({ type: v.literal('account'), cell: count }),
  v.object({ type: v.literal('echo'), n: count }),
  v.object({ type: v.literal('watch-begin') }),
  /** `inputs`: how many synthetic inputs were sent, so that the page can wait for the last one. */
  v.object({ type: v.literal('watch-end'), inputs: count }),
  v.object({ type: v.literal('map-clock') }),
  /** The lab process's answer to a `clock` ping: its time in nanoseconds since the run's start. */
  v.object({ type: v.literal('clock'), n: count, atNs: v.number() }),
]);
export type ToGuest = v.InferOutput<typeof toGuestSchema>;

/** A message from the lab process, or undefined for anything else: guests ignore what they do not understand. */
export function parseToGuest(data: unknown): ToGuest | undefined {
  const message = v.safeParse(toGuestSchema, data);
  return message.success ? message.output : undefined;
}

/** What a guest says: as a task worker does, and in a page it also asks for the run's time. */
export type FromGuest = FromWorker | { readonly type: 'clock'; readonly n: number };
