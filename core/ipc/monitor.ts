import * as v from 'valibot';

/** One sample of the machine, taken by the monitor process and sent straight to the page. */
export const loadSampleSchema = v.object({
  type: v.literal('load'),
  /** Counts up by one; a jump means that samples were lost. */
  sequence: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** Milliseconds on the monitor's monotonic clock. */
  atMs: v.pipe(v.number(), v.minValue(0)),
  /** Busy share of each logical core since the sample before; 1 is fully busy. */
  perCore: v.array(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  memoryUsedBytes: v.pipe(v.number(), v.minValue(0)),
  memoryTotalBytes: v.pipe(v.number(), v.minValue(0)),
});
export type LoadSample = v.InferOutput<typeof loadSampleSchema>;

/** Samples per second of the one poller. */
export const monitorRateHz = 4;
