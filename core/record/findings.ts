// What a cell holds besides times: outcomes of dinners and trials.
import * as v from 'valibot';
import { count, identifier, mostListed } from './schema-parts';

/** Who waits for which lock, and who has it; threads by their seat, from 0. */
export const waitForSchema = v.strictObject({ who: count, lock: count, heldBy: count });

/** What came of the dinners of a cell: how many there were, and those in which everybody of a cycle waited for the next. */
export const tableSchema = v.strictObject({
  dinners: count,
  /** How often a fork was put back because the other one did not come in time. */
  putBack: count,
  /** Ascending by dinner, counted from 0; the cycle as it was found in the memory that the threads share. */
  deadlocks: v.pipe(
    v.array(v.strictObject({ dinner: count, cycle: v.pipe(v.array(waitForSchema), v.maxLength(mostListed)) })),
    v.maxLength(mostListed),
  ),
});
export type TableRecord = v.InferOutput<typeof tableSchema>;

/** Short trials of one cell, repeated many times: how often each of their outcomes came. */
export const trialsSchema = v.strictObject({
  /** What the counter would hold after each trial if no update were lost; absent where the outcome is no counter. */
  expected: v.exactOptional(count),
  /** Ascending by the outcome's name; a counter's outcome is its value. */
  outcomes: v.pipe(v.array(v.strictObject({ outcome: identifier, times: count })), v.maxLength(mostListed)),
});
export type TrialsRecord = v.InferOutput<typeof trialsSchema>;

/** What one adder read from a shared counter and wrote to it in one trial, in its own order; nothing says when. */
export const updateLogSchema = v.strictObject({
  worker: identifier,
  adder: count,
  reads: v.pipe(v.array(count), v.maxLength(mostListed)),
  writes: v.pipe(v.array(count), v.maxLength(mostListed)),
});
export type UpdateLog = v.InferOutput<typeof updateLogSchema>;
