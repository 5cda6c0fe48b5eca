import * as v from 'valibot';

/** Integer nanoseconds since the run's start, on the machine's monotonic clock. */
export const nanoseconds = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** Most cores of a machine: conditions, loads and charts are made for each. */
export const mostCores = 4096;
/** Most rounds of a run, those to spare included. */
export const mostRounds = 2000;
/** Most of anything that a definition lists: conditions, seats, comparisons. */
export const mostListed = 10_000;
/** A count that something is made for, one by one. */
export function countTo(most: number): v.GenericSchema<number> {
  return v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(most));
}
export const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
export const bytes = v.nullable(count);
/** Ids are part of file names and messages: lower-case words with hyphens, slashes between levels. */
export const identifier = v.pipe(v.string(), v.maxLength(80), v.regex(/^[a-z0-9]+(?:[-/][a-z0-9]+)*$/));
export const shortText = v.pipe(v.string(), v.maxLength(200));
export const longText = v.pipe(v.string(), v.maxLength(4000));
export const utcTime = v.pipe(v.string(), v.isoTimestamp());
export const runId = v.pipe(v.string(), v.regex(/^[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}$/));
export type RunId = v.InferOutput<typeof runId>;

/** The six worker states of the glossary, in the order in which they are always shown. */
export const workerStates = ['start-up', 'queued', 'busy', 'blocked', 'idle', 'messaging'] as const;
export type WorkerState = (typeof workerStates)[number];
