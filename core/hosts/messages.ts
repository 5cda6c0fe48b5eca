import * as v from 'valibot';
import { kernelIds } from '../kernels/kernel-catalogue';
import { count, identifier } from '../record/schema-parts';

/**
 * What the lab process says to a guest: code of another host (the page, a Web Worker of it, main) that executes tasks or
 * watches its own loop. The same messages as for a task worker, as far as a guest understands them.
 */

/** Counted work, the only thing a guest executes. */
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
});

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

export type GuestTicket = v.InferOutput<typeof ticketSchema>;

/** What a guest saw while it watched. Main has beats and inputs, the page frames and the times at which inputs arrived. */
export interface Watched {
  readonly type: 'watched';
  /** When each frame was drawn, on the run's clock. */
  readonly framesNs: number[];
  /** Median interval of undisturbed frames; 0 where nothing is drawn. */
  readonly frameNs: number;
  /** When each synthetic input was handled, in the order in which they were sent. */
  readonly inputsNs: number[];
  /** Beats of the guest's own loop: lateness of each; null where it keeps none. */
  readonly beats: { readonly periodNs: number; readonly firstDueNs: number; readonly latencyNs: number[] } | null;
  /** Synthetic inputs that were sent with the beats, one each. */
  readonly inputs: number;
}

/** How a page's clock was mapped to the run's. */
export interface ClockMapped {
  readonly type: 'clock-mapped';
  readonly pings: number;
  readonly shortestTripNs: number;
  /** Offset found now minus the one in use, in nanoseconds. */
  readonly driftNs: number;
}
